import { strict as assert } from 'node:assert';
import { after, before, it } from 'node:test';
import type { Messenger } from './messengers/messenger.js';
import { Trial } from './trial.js';

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

  const ends = [
    ['killed', 'SIGKILL', 'ida'],
    ['stopped', 'SIGTERM', 'joy'],
  ] as const;
  for (const [ended, signal, person] of ends) {
    void it(`${name}: the bot ${ended} while the server is away`, async () => {
      await trial.ask(person, questions[0] ?? '');
      const split = messenger.said(person).length;
      await trial.server.kill();
      trial.written += 1;
      const deliver = messenger.text(person, questions[1] ?? '');
      await deliver();
      await trial.heard(person, split + 1);
      const code = await trial.bot.program.stop(signal);
      assert.equal(code, signal === 'SIGTERM' ? 0 : null);
      await trial.startBot();
      await trial.server.restart();
      await deliver();
      const away = (text: string): boolean => text.includes('cannot reach my documents');
      const wanted = messenger.transcript('gus').filter((text) => !away(text));
      await messenger.until(
        () => messenger.transcript(person).includes(wanted.at(-1) ?? ''),
        () => messenger.transcript(person).join('\n---\n'),
      );
      await trial.settled();
      same(
        messenger.transcript(person).filter((text) => !away(text)),
        wanted,
      );
    });
  }

  void it(`${name}: the bot stopped with messages under way`, async () => {
    const wanted = await trial.ask('calm', questions[0] ?? '');
    const people = Array.from({ length: 100 }, (_, at) => `leaving${at}`);
    trial.written += people.length;
    const deliveries = people.map((person) => messenger.text(person, questions[0] ?? ''));
    await Promise.all(deliveries.map((each) => each()));
    await trial.restartBot();
    for (const person of people) await trial.heard(person, wanted.length);
    await trial.settled();
    for (const person of people) same(messenger.transcript(person), wanted);
  });

  void it(`${name}: who writes too fast is told once`, async () => {
    const wanted = [
      ...(await trial.ask('slow', questions[0] ?? '')),
      ...(await trial.ask('slow', questions[1] ?? '')),
    ];
    await trial.restartBot({
      QUIVER_BOT_BOT_BURST: '2',
      QUIVER_BOT_BOT_PER_MINUTE: '1',
    });
    const fast = questions.slice(0, 5).map((text) => messenger.text('fast', text));
    trial.written += fast.length;
    for (const deliver of fast) await deliver();
    while ((await trial.ended('limited')) < 3) {
      await new Promise((resolve) => setImmediate(resolve));
    }
    await trial.settled();
    const heard = messenger.transcript('fast');
    same(heard.slice(0, -1), wanted);
    assert.match(heard.at(-1) ?? '', /write faster than I can read[^]*112/u);
    await trial.restartBot();
  });
}
