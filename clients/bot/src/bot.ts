import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import type { ChannelError } from './channel.js';
import { type Channel, type WebResponse } from './channel.js';
import { kinds } from './channels/kinds.js';
import { type Assistant, connect } from './core/assistant.js';
import { Delivery } from './core/delivery.js';
import { Desk } from './core/desk.js';
import { makeFolder, readJson, writeJson } from './core/files.js';
import { makeIdentity } from './core/identity.js';
import { Memory } from './core/memory.js';
import { RateLimit } from './core/rate_limit.js';
import { Turns } from './core/turns.js';
import { HttpServer, type PageHandler } from './ops/http_server.js';
import { type Log, reason } from './ops/log.js';
import { Metrics } from './ops/metrics.js';
import { hostAndPort } from './settings/bot_settings.js';
import type { BotSettings } from './settings/load.js';

const patience = { firstMs: 200, longestMs: 5_000 };

/** The whole bot: made, started, stopped once. */
export class Bot {
  readonly #metrics = new Metrics();
  readonly #abort = new AbortController();
  readonly #channels = new Map<string, Channel>();
  readonly #assistant: Assistant;
  readonly #rates: RateLimit;
  #desk: Desk | null = null;
  #servers: HttpServer[] = [];
  #housekeeping: NodeJS.Timeout | undefined;

  /** `failed` is told when a channel cannot go on. */
  constructor(
    private readonly settings: BotSettings,
    private readonly log: Log,
    private readonly failed: (error: ChannelError) => void,
  ) {
    this.#assistant = connect(settings.server);
    this.#rates = new RateLimit({
      burst: settings.bot.number('burst'),
      perMinute: settings.bot.number('per_minute'),
    });
    for (const kind of kinds) {
      const values = settings.channels.get(kind.name);
      if (values !== undefined) this.#channels.set(kind.name, kind.open(values, log));
    }
  }

  /** Tries the server and every channel; returns what is wrong. */
  async check(): Promise<Error[]> {
    const checks = [
      this.#assistant.describe('').then(() => undefined),
      ...[...this.#channels.values()].map((channel) => channel.check()),
    ];
    const results = await Promise.allSettled(checks);
    this.#assistant.close();
    return results.flatMap((result) =>
      result.status === 'rejected' ? [result.reason as Error] : [],
    );
  }

  /** Rejects with ChannelError, or what the system says of ports and folders. */
  async start(): Promise<void> {
    const { bot } = this.settings;
    await makeFolder(bot.text('data'));
    const memory = await Memory.open(bot.text('data'));
    const desk = new Desk(await this.#parts(memory), {
      awayAfterMs: bot.number('away_after_seconds') * 1000,
      answerWithinMs: bot.number('answer_within_seconds') * 1000,
      maxWaiting: bot.number('max_waiting'),
      patience,
    });
    this.#desk = desk;
    await this.#serve('health', bot.text('health'), new Map(), this.#pages());
    for (const channel of this.#channels.values()) {
      await channel.start({ accept: desk.accepting(channel), failed: this.failed });
      this.log.info('channel started', { channel: channel.name });
    }
    await desk.resume(this.#channels);
    const hooks = new Map(
      [...this.#channels.values()].flatMap((each) => [...each.routes]),
    );
    if (hooks.size > 0)
      await this.#serve('webhooks', bot.text('listen'), hooks, new Map());
    this.#keepHouse(memory);
  }

  /** Takes nothing more, answers what it can in the time there is, and ends. */
  async stop(): Promise<void> {
    clearInterval(this.#housekeeping);
    const limit = setTimeout(
      () => {
        this.#abort.abort();
      },
      this.settings.bot.number('stop_within_seconds') * 1000,
    );
    await this.#inTime(this.#onChannels((channel) => channel.pause()));
    this.#desk?.close();
    await this.#inTime(this.#desk?.idle());
    await this.#onChannels((channel) => channel.close());
    await this.#inTime(Promise.all(this.#servers.map((server) => server.close())));
    clearTimeout(limit);
    this.#assistant.close();
  }

  async #onChannels(act: (channel: Channel) => Promise<void>): Promise<void> {
    await Promise.allSettled([...this.#channels.values()].map(act));
  }

  /** Waits for `work`, but not once the time for stopping is over. */
  async #inTime(work: Promise<unknown> | undefined): Promise<void> {
    const { signal } = this.#abort;
    const over = new Promise<void>((resolve) => {
      if (signal.aborted) resolve();
      signal.addEventListener(
        'abort',
        () => {
          resolve();
        },
        { once: true },
      );
    });
    await Promise.race([work, over]);
  }

  async #parts(memory: Memory): Promise<ConstructorParameters<typeof Desk>[0]> {
    const { words } = this.settings;
    const { log } = this;
    const metrics = this.#metrics;
    const stop = this.#abort.signal;
    return {
      identity: makeIdentity(await this.#key()),
      memory,
      turns: new Turns(this.#assistant, words),
      delivery: new Delivery(log, metrics, patience, stop),
      rates: this.#rates,
      words,
      log,
      metrics,
      stop,
    };
  }

  /** The key for hashes of ids: set, or made once. */
  async #key(): Promise<string> {
    const set = this.settings.bot.text('key');
    if (set !== '') return set;
    const file = join(this.settings.bot.text('data'), 'key.json');
    const kept = await readJson(file);
    if (typeof kept === 'string') return kept;
    const made = randomBytes(32).toString('hex');
    await writeJson(file, made);
    return made;
  }

  async #serve(
    what: string,
    address: string,
    hooks: ConstructorParameters<typeof HttpServer>[1]['hooks'],
    pages: ConstructorParameters<typeof HttpServer>[1]['pages'],
  ): Promise<void> {
    const maxBodyBytes = this.settings.bot.number('max_body_bytes');
    const server = new HttpServer(
      { ...hostAndPort(address), maxBodyBytes },
      { hooks, pages },
      (status, why) => {
        this.#metrics.refused.inc({ status });
        this.log.warning('request refused', { status, reason: why });
      },
    );
    const port = await server.listen();
    this.#servers.push(server);
    this.log.info('listening', { what, port });
  }

  #pages(): Map<string, PageHandler> {
    const { registry, pending } = this.#metrics;
    return new Map<string, PageHandler>([
      ['/healthz', () => Promise.resolve({ status: 200, body: 'ok' })],
      ['/readyz', () => this.#ready()],
      [
        '/metrics',
        async (): Promise<WebResponse> => {
          pending.set(this.#desk?.pending ?? 0);
          return {
            status: 200,
            body: await registry.metrics(),
            contentType: registry.contentType,
          };
        },
      ],
    ]);
  }

  async #ready(): Promise<WebResponse> {
    const away = [...this.#channels.values()].filter((channel) => !channel.connected);
    const missing = away.map((channel) => `${channel.name} is not connected`);
    try {
      await this.#assistant.describe('');
    } catch (error) {
      missing.push(`the server: ${reason(error)}`);
    }
    return missing.length === 0
      ? { status: 200, body: 'ready' }
      : { status: 503, body: missing.join('\n') };
  }

  #keepHouse(memory: Memory): void {
    const day = 86_400_000;
    const tidy = (): void => {
      this.#rates.tidy(Date.now());
      const before = Date.now() - this.settings.bot.number('forget_after_days') * day;
      memory.prune(before).catch((error: unknown) => {
        this.log.error('old conversations stay', { reason: reason(error) });
      });
    };
    tidy();
    this.#housekeeping = setInterval(tidy, day / 24);
  }
}
