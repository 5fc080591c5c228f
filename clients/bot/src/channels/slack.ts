import {
  App,
  LogLevel,
  verifySlackRequest,
  type Logger,
  type Receiver,
} from '@slack/bolt';
import {
  type Address,
  type Channel,
  ChannelError,
  type ChannelEvents,
  type Format,
  type Outgoing,
  SendError,
  type WebHandler,
  type WebRequest,
  type WebResponse,
} from '../channel.js';
import { actions } from './slack_blocks.js';
import { type Log, reason } from '../ops/log.js';
import type { Section, Values } from '../settings/values.js';
import type { ChannelKind } from './kind.js';
import {
  type SlackAction,
  type SlackMessage,
  normaliseAction,
  normaliseMessage,
} from './slack_events.js';

const section: Section = {
  token: { kind: 'secret', help: 'the bot token, xoxb-...' },
  signing_secret: { kind: 'secret', help: 'of the app, under Basic Information' },
  path: { kind: 'text', usual: '/slack/events', help: 'path of both request URLs' },
  api_url: { kind: 'text', usual: 'https://slack.com/api/', help: 'the Web API' },
};

const format: Format = {
  text: escaped,
  strong: (plain) =>
    plain
      .split('\n')
      .map((line) => (line.trim() === '' ? line : `*${escaped(line).trim()}*`))
      .join('\n'),
  link: (label, url) =>
    `<${encodeURI(decodeSafely(url)).replace(/\|/gu, '%7C')}|${escaped(label)}>`,
  length: (markup) => markup.length,
};

/**
 * Slack's three characters; and what would be taken for formatting gets a
 * space of no width before it.
 */
function escaped(plain: string): string {
  return plain
    .replace(/&/gu, '&amp;')
    .replace(/</gu, '&lt;')
    .replace(/^>/gmu, '\u200b>')
    .replace(/>/gu, '&gt;')
    .replace(/[*_~`]/gu, '\u200b$&');
}

function decodeSafely(url: string): string {
  try {
    return decodeURI(url);
  } catch {
    return url;
  }
}

/** Slack by the Events API, with signed requests. */
class Slack implements Channel {
  readonly name = 'slack';
  readonly format = format;
  readonly limits = { textLength: 3000, buttons: 10, menu: 100, labelLength: 75 };
  readonly routes: ReadonlyMap<string, WebHandler>;
  readonly #app: App;
  #ids: { botId: string; botUserId: string; teamId: string } | null = null;
  #events: ChannelEvents | null = null;

  constructor(
    private readonly settings: Values,
    private readonly log: Log,
  ) {
    const hook: WebHandler = (request) => this.#called(request);
    this.routes = new Map([[settings.text('path'), hook]]);
    const receiver: Receiver = {
      init: () => undefined,
      start: () => Promise.resolve(),
      stop: () => Promise.resolve(),
    };
    this.#app = new App({
      receiver,
      authorize: () =>
        Promise.resolve({ botToken: settings.text('token'), ...this.#ids }),
      logger: quiet(log),
      clientOptions: {
        slackApiUrl: settings.text('api_url'),
        retryConfig: { retries: 0 },
        rejectRateLimitedCalls: true,
      },
    });
    this.#listen();
  }

  get connected(): boolean {
    return this.#events !== null;
  }

  async check(): Promise<void> {
    try {
      const found = await this.#app.client.auth.test({
        token: this.settings.text('token'),
      });
      this.#ids = {
        botId: found.bot_id ?? '',
        botUserId: found.user_id ?? '',
        teamId: found.team_id ?? '',
      };
    } catch (error) {
      throw new ChannelError(
        `slack: ${reason(error)}`,
        'put the Bot User OAuth Token (xoxb-...) in slack.token; after a change of' +
          ' scopes install the app in the workspace again',
      );
    }
  }

  async start(events: ChannelEvents): Promise<void> {
    await this.check();
    this.#events = events;
  }

  async pause(): Promise<void> {
    this.#events = null;
    await Promise.resolve();
  }

  async close(): Promise<void> {}

  async send(to: Address, message: Outgoing): Promise<void> {
    try {
      await this.#app.client.chat.postMessage({
        token: this.settings.text('token'),
        channel: to.chat,
        text: message.text,
        blocks: [
          { type: 'section', text: { type: 'mrkdwn', text: message.text } },
          ...(message.as === 'none' ? [] : [actions(message)]),
        ],
        unfurl_links: false,
        unfurl_media: false,
        ...(to.thread === undefined ? {} : { thread_ts: to.thread }),
      });
    } catch (error) {
      throw sendError(error);
    }
  }

  /** Slack shows none for bots. */
  async typing(): Promise<void> {}

  #listen(): void {
    this.#app.message(async ({ message, body }) => {
      await this.#take(normaliseMessage(message as SlackMessage, body.team_id, false));
    });
    this.#app.event('app_mention', async ({ event, body }) => {
      await this.#take(normaliseMessage(event, body.team_id, true));
    });
    this.#app.action(/^choose:/u, async ({ body }) => {
      await this.#take(normaliseAction(body as unknown as SlackAction));
    });
  }

  async #take(incoming: Parameters<ChannelEvents['accept']>[0] | null): Promise<void> {
    if (incoming === null) return;
    if (this.#events === null) throw new Error('the channel is paused');
    await this.#events.accept(incoming);
  }

  /** Answers at once: what is taken over is on disk, not answered yet. */
  async #called({ headers, body }: WebRequest): Promise<WebResponse> {
    const text = body.toString('utf8');
    const refusal = this.#verify(headers, text);
    if (refusal !== null) return refusal;
    const content = parsed(text, headers['content-type'] ?? '');
    if (content === null) return { status: 400, body: 'not a request of Slack' };
    if (content['type'] === 'url_verification') {
      return { status: 200, body: String(content['challenge']) };
    }
    await this.#app.processEvent({ body: content, ack: () => Promise.resolve() });
    return { status: 200 };
  }

  #verify(headers: WebRequest['headers'], body: string): WebResponse | null {
    const timestamp = Number(headers['x-slack-request-timestamp'] ?? NaN);
    const signature = headers['x-slack-signature'] ?? '';
    try {
      if (!Number.isFinite(timestamp)) throw new Error('no timestamp');
      verifySlackRequest({
        signingSecret: this.settings.text('signing_secret'),
        body,
        headers: {
          'x-slack-signature': signature,
          'x-slack-request-timestamp': timestamp,
        },
      });
      return null;
    } catch {
      const off = Math.round(Date.now() / 1000 - timestamp);
      const stale = Math.abs(off) > 300;
      this.log.warning(stale ? 'stale request' : 'wrong signature', {
        channel: this.name,
        ...(stale ? { seconds: off } : {}),
        advice: stale
          ? 'an old request was played again, or the clock of this machine is off: set it by NTP'
          : 'somebody else called, or slack.signing_secret is not that of the app',
      });
      return { status: 401, body: stale ? 'stale timestamp' : 'wrong signature' };
    }
  }
}

function parsed(text: string, contentType: string): Record<string, unknown> | null {
  try {
    const form = contentType.startsWith('application/x-www-form-urlencoded');
    const json = form ? (new URLSearchParams(text).get('payload') ?? '') : text;
    const value: unknown = JSON.parse(json);
    const content = value as Record<string, unknown> | null;
    return typeof content?.['type'] === 'string' ? content : null;
  } catch {
    return null;
  }
}

function sendError(error: unknown): SendError {
  const { code, retryAfter, data } = error as {
    code?: string;
    retryAfter?: number;
    data?: { error?: string };
  };
  if (code === 'slack_webapi_rate_limited_error') {
    return new SendError('too many messages', (retryAfter ?? 1) * 1000);
  }
  const passing = [
    'internal_error',
    'fatal_error',
    'service_unavailable',
    'request_timeout',
  ];
  const said = data?.error;
  if (code === 'slack_webapi_platform_error' && said !== undefined) {
    return new SendError(`refused: ${said}`, passing.includes(said) ? 1000 : null);
  }
  return new SendError(reason(error), 500);
}

/** Bolt's own lines, without what could hold a message. */
function quiet(log: Log): Logger {
  const nothing = (): void => undefined;
  return {
    debug: nothing,
    info: nothing,
    warn: nothing,
    error: () => {
      log.error('a request could not be handled', { channel: 'slack' });
    },
    setLevel: nothing,
    getLevel: () => LogLevel.ERROR,
    setName: nothing,
  };
}

export const slack: ChannelKind = {
  name: 'slack',
  section,
  open: (settings, log) => new Slack(settings, log),
};
