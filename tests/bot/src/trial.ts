import { strict as assert } from 'node:assert';
import type { Deliver, Messenger } from './messengers/messenger.js';
import { BotProcess, QuiverServer, temporaryFolder } from './support/programs.js';

/** The bot on one channel, with the real server behind it. */
export class Trial {
  readonly #data = temporaryFolder();
  #server: QuiverServer | null = null;
  #bot: BotProcess | null = null;
  /** Messages that people wrote: each must be answered once. */
  written = 0;

  constructor(readonly messenger: Messenger) {}

  get server(): QuiverServer {
    if (this.#server === null) throw new Error('not started');
    return this.#server;
  }

  get bot(): BotProcess {
    if (this.#bot === null) throw new Error('not started');
    return this.#bot;
  }

  async start(): Promise<void> {
    await this.messenger.start();
    this.#server = await QuiverServer.start();
    await this.startBot();
  }

  async startBot(settings: Record<string, string> = {}): Promise<void> {
    this.#bot = await BotProcess.start({
      QUIVER_BOT_SERVER_ADDRESS: this.server.address,
      QUIVER_BOT_BOT_DATA: this.#data,
      QUIVER_BOT_BOT_AWAY_AFTER_SECONDS: '0.5',
      QUIVER_BOT_BOT_PER_MINUTE: '600',
      QUIVER_BOT_BOT_STOP_WITHIN_SECONDS: '2',
      ...this.messenger.environment(),
      ...settings,
    });
    this.messenger.botStarted(this.#bot.ports);
  }

  /** Stops the bot as an operator does and starts it with `settings`. */
  async restartBot(settings: Record<string, string> = {}): Promise<void> {
    assert.equal(await this.bot.program.stop(), 0, this.bot.program.output);
    await this.startBot(settings);
  }

  async stop(): Promise<void> {
    const code = await this.#bot?.program.stop();
    await this.#server?.kill();
    await this.messenger.stop();
    assert.equal(code, 0, this.#bot?.program.output);
    assert.deepEqual(this.messenger.faults, []);
  }

  /** Delivers `times` times and waits until `messages` more were said. */
  async exchange(person: string, deliver: Deliver, times = 1): Promise<string[]> {
    this.written += 1;
    const before = this.messenger.said(person).length;
    for (let time = 0; time < times; time++) await deliver();
    await this.heard(person, before + 1);
    await this.settled();
    return this.messenger.transcript(person).slice(before);
  }

  ask(person: string, text: string, times = 1): Promise<string[]> {
    return this.exchange(person, this.messenger.text(person, text), times);
  }

  async heard(person: string, messages: number): Promise<void> {
    await this.messenger.until(
      () => this.messenger.said(person).length >= messages,
      () =>
        `message ${messages} to ${person} on ${this.messenger.name}:\n` +
        `${this.messenger.transcript(person).join('\n---\n')}\n${this.bot.program.output}`,
    );
  }

  /** Nothing is pending in the bot. */
  async settled(): Promise<void> {
    while ((await this.bot.figure('quiver_bot_pending')) > 0) {
      await new Promise((resolve) => setImmediate(resolve));
    }
  }

  /** How many messages the bot says ended so. */
  async ended(ending: string): Promise<number> {
    const labels = `channel="${this.messenger.name}",ending="${ending}"`;
    return this.bot.figure(`quiver_bot_ended_total{${labels}}`);
  }
}
