import { setTimeout as sleep } from 'node:timers/promises';
import { Bot, GrammyError, InlineKeyboard } from 'grammy';
import type { Update } from 'grammy/types';
import {
  type Address,
  type Channel,
  ChannelError,
  type ChannelEvents,
  type Choice,
  type Outgoing,
  SendError,
  type WebHandler,
  type WebRequest,
  type WebResponse,
} from '../channel.js';
import { equalSecrets } from '../core/identity.js';
import { type Log, reason } from '../ops/log.js';
import type { Section, Values } from '../settings/values.js';
import type { ChannelKind } from './kind.js';
import { html, plainOf } from './telegram_text.js';
import { type Me, normalise, optionPrefix } from './telegram_updates.js';

const section: Section = {
  token: { kind: 'secret', help: 'what @BotFather gave' },
  mode: {
    kind: 'text',
    usual: 'polling',
    oneOf: ['polling', 'webhook'],
    help: 'how updates come',
  },
  public_url: { kind: 'text', usual: '', help: 'https address of the webhook' },
  path: { kind: 'text', usual: '/telegram', help: 'path of the webhook here' },
  webhook_secret: { kind: 'secret', usual: '', help: '1 to 256 of A-Z a-z 0-9 _ -' },
  api_root: { kind: 'text', usual: 'https://api.telegram.org', help: 'the Bot API' },
};

/** Telegram by long polling or by webhook. */
class Telegram implements Channel {
  readonly name = 'telegram';
  readonly format = html;
  readonly limits = { textLength: 4096, buttons: 100, menu: 0, labelLength: 64 };
  readonly routes: ReadonlyMap<string, WebHandler>;
  readonly #bot: Bot;
  readonly #webhook: boolean;
  #events: ChannelEvents | null = null;
  #running = false;
  #polling: Promise<void> = Promise.resolve();

  constructor(
    private readonly settings: Values,
    private readonly log: Log,
  ) {
    this.#bot = new Bot(settings.text('token') || 'unset', {
      client: { apiRoot: settings.text('api_root'), timeoutSeconds: 60 },
    });
    this.#webhook = settings.text('mode') === 'webhook';
    const hook: WebHandler = (request) => this.#called(request);
    this.routes = new Map(this.#webhook ? [[settings.text('path'), hook]] : []);
    this.#bot.use(async (context) => {
      await this.#takeSurely(context.update, context.me);
    });
  }

  get connected(): boolean {
    return this.#running;
  }

  async check(): Promise<void> {
    if (this.#webhook) checkWebhook(this.settings);
    try {
      await this.#bot.init(AbortSignal.timeout(10_000) as never);
    } catch (error) {
      throw failure(error);
    }
  }

  async start(events: ChannelEvents): Promise<void> {
    this.#events = events;
    await this.check();
    this.#running = true;
    if (this.#webhook) return this.#setWebhook();
    // Ends when it is stopped, or fails for good.
    this.#polling = this.#bot
      .start({ allowed_updates: ['message', 'edited_message', 'callback_query'] })
      .catch((error: unknown) => {
        this.#running = false;
        events.failed(failure(error));
      });
  }

  async pause(): Promise<void> {
    this.#running = false;
    if (!this.#webhook) await this.#bot.stop().catch(() => undefined);
    await this.#polling;
    this.#events = null;
  }

  async close(): Promise<void> {}

  /** What Telegram cannot read as HTML is sent once more, in plain words. */
  async send(to: Address, message: Outgoing): Promise<void> {
    const extra = {
      link_preview_options: { is_disabled: true },
      ...placed(to),
      ...(message.choices.length === 0
        ? {}
        : { reply_markup: keyboard(message.choices) }),
    };
    const { text } = message;
    const { api } = this.#bot;
    try {
      await api.sendMessage(to.chat, text, { parse_mode: 'HTML', ...extra });
    } catch (error) {
      if (!isUnreadable(error)) throw sendError(error);
      this.log.warning('markup refused: sent in plain words', { channel: this.name });
      await api.sendMessage(to.chat, plainOf(text), extra).catch((again: unknown) => {
        throw sendError(again);
      });
    }
  }

  async typing(to: Address): Promise<void> {
    await this.#bot.api.sendChatAction(to.chat, 'typing');
  }

  /** What was polled counts as taken whatever happens: try until it is. */
  async #takeSurely(update: Update, me: Me): Promise<void> {
    for (;;) {
      try {
        await this.#take(update, me);
        return;
      } catch (error) {
        this.log.error('message not taken over yet', { reason: reason(error) });
        await sleep(1000);
      }
    }
  }

  async #take(update: Update, me: Me): Promise<void> {
    const incoming = normalise(update, me);
    if (incoming === null) return;
    if (this.#events === null) throw new Error('the channel is paused');
    await this.#events.accept(incoming);
    const tap = update.callback_query?.id;
    // Ends the button's waiting mark; an old tap cannot be ended any more.
    if (tap !== undefined) {
      await this.#bot.api.answerCallbackQuery(tap).catch(() => undefined);
    }
  }

  async #setWebhook(): Promise<void> {
    try {
      await this.#bot.api.setWebhook(this.settings.text('public_url'), {
        secret_token: this.settings.text('webhook_secret'),
        allowed_updates: ['message', 'edited_message', 'callback_query'],
      });
    } catch (error) {
      throw failure(error);
    }
  }

  async #called({ headers, body }: WebRequest): Promise<WebResponse> {
    const secret = headers['x-telegram-bot-api-secret-token'] ?? '';
    if (!equalSecrets(secret, this.settings.text('webhook_secret'))) {
      this.log.warning('webhook with a wrong secret', {
        channel: this.name,
        advice: 'somebody else called it, or another program set the webhook: restart',
      });
      return { status: 401, body: 'wrong secret token' };
    }
    const update = parsed(body);
    if (update === null) return { status: 400, body: 'not an update' };
    await this.#take(update, this.#bot.botInfo);
    return { status: 200 };
  }
}

function parsed(body: Buffer): Update | null {
  try {
    const value = JSON.parse(body.toString('utf8')) as Update | null;
    return Number.isInteger(value?.update_id) ? value : null;
  } catch {
    return null;
  }
}

function placed({ thread, message }: Address): {
  message_thread_id?: number;
  reply_parameters?: { message_id: number; allow_sending_without_reply: true };
} {
  return {
    ...(thread === undefined ? {} : { message_thread_id: Number(thread) }),
    ...(message === undefined
      ? {}
      : {
          reply_parameters: {
            message_id: Number(message),
            allow_sending_without_reply: true,
          },
        }),
  };
}

function keyboard(choices: readonly Choice[]): InlineKeyboard {
  const longest = Math.max(...choices.map((choice) => choice.label.length));
  const perRow = longest <= 12 ? 3 : longest <= 20 ? 2 : 1;
  const made = new InlineKeyboard();
  choices.forEach((choice, at) => {
    if (at > 0 && at % perRow === 0) made.row();
    made.text(choice.label, optionPrefix + choice.optionId);
  });
  return made;
}

function checkWebhook(settings: Values): void {
  if (!/^https:\/\//u.test(settings.text('public_url'))) {
    throw new ChannelError(
      'telegram.public_url is not an https address',
      'set it to the address by which Telegram reaches telegram.path, or use polling',
    );
  }
  if (!/^[A-Za-z0-9_-]{16,256}$/u.test(settings.text('webhook_secret'))) {
    throw new ChannelError(
      'telegram.webhook_secret must be 16 to 256 of A-Z a-z 0-9 _ -',
      'make one with: openssl rand -hex 32',
    );
  }
}

function failure(error: unknown): ChannelError {
  const code = error instanceof GrammyError ? error.error_code : 0;
  const advice =
    code === 401 || code === 404
      ? 'the token is wrong or was revoked: ask @BotFather for it with /token'
      : code === 409
        ? 'another program polls with this token, or a webhook is set: stop the other one'
        : 'see whether this machine reaches telegram.api_root';
  return new ChannelError(`telegram: ${reason(error)}`, advice);
}

function isUnreadable(error: unknown): boolean {
  return (
    error instanceof GrammyError &&
    error.error_code === 400 &&
    error.description.includes("can't parse entities")
  );
}

function sendError(error: unknown): SendError {
  if (!(error instanceof GrammyError)) return new SendError(reason(error), 500);
  const after = error.parameters.retry_after;
  if (after !== undefined) return new SendError('too many messages', after * 1000);
  const permanent = [400, 403].includes(error.error_code);
  return new SendError(`refused with ${error.error_code}`, permanent ? null : 1000);
}

export const telegram: ChannelKind = {
  name: 'telegram',
  section,
  open: (settings, log) => new Telegram(settings, log),
};
