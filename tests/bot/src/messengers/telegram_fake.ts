import { setTimeout as sleep } from 'node:timers/promises';
import { Changing } from '../support/await.js';
import { type FakeAnswer, HttpFake } from '../support/http_fake.js';

export interface SentMessage {
  readonly chat_id: string | number;
  readonly text: string;
  readonly parse_mode?: string;
  readonly reply_parameters?: { readonly message_id: number };
  readonly reply_markup?: {
    readonly inline_keyboard: readonly (readonly {
      text: string;
      callback_data: string;
    }[])[];
  };
}

type Update = Record<string, unknown> & { readonly update_id: number };

/** The Bot API, as strict as Telegram is about what telegram-test-api lets pass. */
export class TelegramFake extends Changing {
  readonly token = '7:strict';
  readonly sent: SentMessage[] = [];
  readonly faults: string[] = [];
  readonly ended: string[] = [];
  webhook: { url: string; secret_token: string } | null = null;
  /** How many of the next messages get 429. */
  tooMany = 0;
  /** What Telegram would refuse beyond that, with 400; null: nothing. */
  refusal: (message: SentMessage) => string | null = () => null;
  /** Attempts to send, also those that were refused. */
  attempts = 0;
  /** Whether calls get no answer at all. */
  silent = false;
  url = '';
  #updates: Update[] = [];
  #polls = 0;
  readonly #http = new HttpFake((request, body) => this.#answer(request.url ?? '', body));

  async start(): Promise<void> {
    this.url = `http://127.0.0.1:${await this.#http.listen()}`;
  }

  stop(): Promise<void> {
    return this.#http.close();
  }

  /** Offers `update` to whoever polls; again, when it was confirmed before. */
  offer(update: Update): void {
    this.#updates.push(update);
    this.changed();
  }

  /** Whether all that was offered was confirmed. */
  get confirmed(): boolean {
    return this.#updates.length === 0;
  }

  async #answer(url: string, body: string): Promise<FakeAnswer> {
    const [, bot, method] = url.split('/');
    if (bot !== `bot${this.token}`) return failed(401, 'Unauthorized');
    if (this.silent) await new Promise(() => undefined);
    const parameters = (body === '' ? {} : JSON.parse(body)) as Record<string, never>;
    switch (method) {
      case 'getMe':
        return good({
          id: 7,
          is_bot: true,
          first_name: 'Quiver',
          username: 'quiver_bot',
        });
      case 'deleteWebhook':
        this.webhook = null;
        return good(true);
      case 'setWebhook':
        this.webhook = parameters as unknown as typeof this.webhook;
        return good(true);
      case 'getUpdates':
        return this.#poll(parameters['offset'] ?? 0, parameters['timeout'] ?? 0);
      case 'answerCallbackQuery':
        this.ended.push(parameters['callback_query_id'] ?? '');
        return good(true);
      case 'sendChatAction':
        return good(true);
      case 'sendMessage':
        return this.#send(parameters as unknown as SentMessage);
      default:
        return failed(404, `Not Found: ${method ?? ''}`);
    }
  }

  async #poll(offset: number, timeout: number): Promise<FakeAnswer> {
    if (this.webhook !== null) return failed(409, 'Conflict: webhook is active');
    const poll = ++this.#polls;
    this.#updates = this.#updates.filter((update) => update.update_id >= offset);
    this.changed();
    const ready = (): boolean => this.#updates.length > 0 || poll !== this.#polls;
    if (!ready())
      await this.until(ready, () => '', timeout * 1000).catch(() => undefined);
    if (poll !== this.#polls) {
      return failed(409, 'Conflict: terminated by other getUpdates request');
    }
    return good(this.#updates.slice(0, 100));
  }

  async #send(message: SentMessage): Promise<FakeAnswer> {
    this.attempts += 1;
    if (this.tooMany > 0) {
      this.tooMany -= 1;
      return failed(429, 'Too Many Requests: retry after 1', { retry_after: 1 });
    }
    const fault = faultOf(message);
    if (fault !== null) {
      this.faults.push(fault);
      return failed(400, `Bad Request: ${fault}`);
    }
    const refusal = this.refusal(message);
    if (refusal !== null) return failed(400, `Bad Request: ${refusal}`);
    this.sent.push(message);
    this.changed();
    await sleep(1);
    return good({ message_id: this.sent.length, date: 1, chat: { id: message.chat_id } });
  }
}

function good(result: unknown): FakeAnswer {
  return { status: 200, body: { ok: true, result } };
}

function failed(code: number, description: string, parameters?: object): FakeAnswer {
  return { status: code, body: { ok: false, error_code: code, description, parameters } };
}

const tags = /<(?:b|\/b|a href="[^"<>]*"|\/a)>/gu;

function faultOf({ text, parse_mode, reply_markup }: SentMessage): string | null {
  const bare = text.replace(tags, '').replace(/&(?:amp|lt|gt|quot);/gu, '.');
  if (parse_mode === 'HTML' && /[<>&]/u.test(bare)) return "can't parse entities";
  if (bare.trim() === '') return 'message text is empty';
  if (bare.length > 4096) return 'message is too long';
  for (const button of (reply_markup?.inline_keyboard ?? []).flat()) {
    if (Buffer.byteLength(button.callback_data) > 64) return 'BUTTON_DATA_INVALID';
    if (button.text === '') return 'button text is empty';
  }
  return null;
}
