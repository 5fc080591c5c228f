import { strict as assert } from 'node:assert';
import { after, before, it } from 'node:test';
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

  async startBot(): Promise<void> {
    this.#bot = await BotProcess.start({
      QUIVER_BOT_SERVER_ADDRESS: this.server.address,
      QUIVER_BOT_BOT_DATA: this.#data,
      QUIVER_BOT_BOT_AWAY_AFTER_SECONDS: '0.5',
      QUIVER_BOT_BOT_PER_MINUTE: '600',
      ...this.messenger.environment(),
    });
    this.messenger.botStarted(this.#bot.ports);
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

  async ended(ending: string): Promise<number> {
    const labels = `channel="${this.messenger.name}",ending="${ending}"`;
    return this.bot.figure(`quiver_bot_ended_total{${labels}}`);
  }
}

const questions = [
  'why does my eyelid twitch',
  'is it dangerous',
  'how long does it last',
  'what about my calf',
  'does coffee make it worse',
  'can stress cause it',
  'how do I stop it',
  'should I see a doctor',
  'thanks',
  'what do you know about me',
];

/** What must hold on every channel. */
export function contract(messenger: Messenger): void {
  const trial = new Trial(messenger);
  const { name } = messenger;
  let counted = 0;
  let expected = 0;

  /** `heard` is `wanted`, message for message. */
  const same = (heard: readonly string[], wanted: readonly string[]): void => {
    counted += heard.length;
    expected += wanted.length;
    assert.deepEqual(heard, wanted);
  };

  before(() => trial.start());
  after(async () => {
    console.log(
      `${name}: ${trial.written} messages written; ${expected} messages due in answer,` +
        ` ${counted} said; ${Math.max(0, counted - expected)} twice,` +
        ` ${Math.max(0, expected - counted)} lost`,
    );
    await trial.stop();
  });

  void it(`${name}: a question, and its follow-ups by choice and by number`, async () => {
    const first = (await trial.ask('ann', 'why do my muscles twitch')).join('\n');
    assert.match(first, /Sources:/u);
    const offered = messenger.said('ann').at(-1)?.choices ?? [];
    assert.ok(offered.length > 1, first);
    const label = offered[0]?.label ?? '';
    const tapped = await trial.exchange('ann', messenger.tap('ann', label));
    assert.ok(tapped.join('').length > 0);

    await trial.ask('bob', 'why do my muscles twitch');
    const typed = await trial.ask('bob', '1');
    await trial.ask('cid', 'why do my muscles twitch');
    const worded = await trial.ask('cid', 'one');
    await trial.ask('dot', 'why do my muscles twitch');
    const labelled = await trial.ask('dot', label.toUpperCase());
    same(typed, tapped);
    same(worded, tapped);
    same(labelled, tapped);
  });

  void it(`${name}: each message delivered three times, answered once`, async () => {
    for (const question of questions.slice(0, 3)) await trial.ask('reference', question);
    for (const question of questions.slice(0, 3)) await trial.ask('thrice', question, 3);
    same(messenger.transcript('thrice'), messenger.transcript('reference'));
  });

  void it(`${name}: ten messages at once from one person, in order`, async () => {
    for (const question of questions) await trial.ask('patient', question);
    const wanted = messenger.transcript('patient');
    const deliveries = questions.map((question) => messenger.text('hasty', question));
    trial.written += deliveries.length;
    for (let time = 0; time < 3; time++)
      await Promise.all(deliveries.map((each) => each()));
    await trial.heard('hasty', wanted.length);
    await trial.settled();
    same(messenger.transcript('hasty'), wanted);
  });

  void it(`${name}: a hundred people at once`, async () => {
    const wanted = await trial.ask('single', questions[0] ?? '');
    const people = Array.from({ length: 100 }, (_, at) => `crowd${at}`);
    trial.written += people.length;
    const deliveries = people.map((person) => messenger.text(person, questions[0] ?? ''));
    for (let time = 0; time < 3; time++)
      await Promise.all(deliveries.map((each) => each()));
    for (const person of people) await trial.heard(person, wanted.length);
    await trial.settled();
    for (const person of people) same(messenger.transcript(person), wanted);
  });

  void it(`${name}: a long answer, within the limits of the channel`, async () => {
    const heard = await trial.ask(
      'lou',
      'what causes muscle twitching, how do I stop it, and when should I see a doctor?',
    );
    const text = heard.join('\n');
    assert.ok(text.length > 1000, text);
    assert.match(text, /Last reviewed/u);
    assert.equal(new Set(heard).size, heard.length);
  });

  void it(`${name}: an emergency comes first and whole`, async () => {
    const [first] = await trial.ask(
      'eve',
      'my eyelid twitches and now my face is drooping',
    );
    assert.match(first ?? '', /999|112|911/u);
  });

  void it(`${name}: forget me`, async () => {
    await trial.ask('fay', 'my calf twitches after coffee');
    assert.match((await trial.ask('fay', 'what do you know about me')).join(), /calf/iu);
    assert.match((await trial.ask('fay', 'forget me')).join(), /deleted/u);
    assert.doesNotMatch(
      (await trial.ask('fay', 'what do you know about me')).join(),
      /calf/iu,
    );
  });

  void it(`${name}: the server away and back`, async () => {
    await trial.ask('gus', questions[0] ?? '');
    await trial.ask('gus', questions[1] ?? '');
    const wanted = messenger.transcript('gus');
    const split = (await trial.ask('hal', questions[0] ?? '')).length;
    await trial.server.kill();
    trial.written += 1;
    const deliver = messenger.text('hal', questions[1] ?? '');
    await deliver();
    await trial.heard('hal', split + 1);
    assert.match(messenger.transcript('hal').at(-1) ?? '', /cannot reach my documents/u);
    await deliver();
    assert.equal((await trial.bot.page('/readyz')).status, 503);
    await trial.server.restart();
    await trial.heard('hal', wanted.length + 1);
    await trial.settled();
    const heard = messenger.transcript('hal');
    same([...heard.slice(0, split), ...heard.slice(split + 1)], wanted);
    assert.equal((await trial.bot.page('/readyz')).status, 200);
  });

  void it(`${name}: the bot killed while the server is away`, async () => {
    await trial.ask('ida', questions[0] ?? '');
    const split = messenger.said('ida').length;
    await trial.server.kill();
    trial.written += 1;
    const deliver = messenger.text('ida', questions[1] ?? '');
    await deliver();
    await trial.heard('ida', split + 1);
    await trial.bot.program.stop('SIGKILL');
    await trial.startBot();
    await trial.server.restart();
    await deliver();
    const wanted = messenger.transcript('gus');
    await messenger.until(
      () => messenger.transcript('ida').includes(wanted.at(-1) ?? ''),
      () => messenger.transcript('ida').join('\n---\n'),
    );
    await trial.settled();
    const answers = messenger
      .transcript('ida')
      .filter((text) => !text.includes('cannot reach my documents'));
    same(answers, wanted);
  });
}
