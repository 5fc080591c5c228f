import { strict as assert } from 'node:assert';
import { webcrypto } from 'node:crypto';
import { EventEmitter } from 'node:events';
import { after, before, test } from 'node:test';
import { client, xml, type Element } from '@xmpp/client';
import { XmppMessenger } from './messengers/xmpp.js';
import { Changing } from './support/await.js';
import { dist, type XmppText } from './support/bot_parts.js';
import { Program } from './support/programs.js';
import { Trial } from './trial.js';

// @xmpp/client expects what Node has by itself from 20 on.
if (!('crypto' in globalThis)) {
  Object.defineProperty(globalThis, 'crypto', { value: webcrypto });
}

const messenger = new XmppMessenger();
const trial = new Trial(messenger);

before(() => trial.start());
after(() => trial.stop());

void test('characters stay whole when they arrive byte by byte', async () => {
  const { keepCharactersWhole } = await dist<XmppText>('channels/xmpp_text.js');
  const read: string[] = [];
  const stream = Object.assign(new EventEmitter(), {
    _onData: (data: Buffer | string) => void read.push(data.toString()),
  });
  keepCharactersWhole(stream);
  for (const byte of Buffer.from('• ünï 🙂')) stream._onData(Buffer.from([byte]));
  assert.equal(read.join(''), '• ünï 🙂');
  stream._onData(Buffer.from('•').subarray(0, 1));
  stream.emit('connecting');
  stream._onData(Buffer.from('new'));
  assert.equal(read.at(-1), 'new');
});

void test('a person with an account is answered', async () => {
  const heard = new Changing();
  const texts: string[] = [];
  const ann = client({
    service: `xmpp://127.0.0.1:${messenger.server.clientPort}`,
    domain: messenger.server.domain,
    username: 'ann',
    password: messenger.server.password,
  });
  ann.on('error', () => undefined);
  ann.on('stanza', (stanza: Element) => {
    const text = stanza.getChildText('body');
    if (text !== null) texts.push(text);
    heard.changed();
  });
  await ann.start();
  await ann.send(xml('presence', null));
  await ann.send(
    xml(
      'message',
      { type: 'chat', id: 'a1', to: 'bot@localhost' },
      xml('body', null, 'why does my eyelid twitch'),
    ),
  );
  await heard.until(
    () => texts.some((text) => /eyelid/iu.test(text)),
    () => texts.join('\n'),
  );
  await ann.stop();
});

void test('receipts are given for what was taken over', async () => {
  await trial.ask('rec', 'hello');
  await messenger.until(
    () => messenger.received.length > 0,
    () => 'a receipt',
  );
});

void test('the server of XMPP killed and back: connected again, nothing lost', async () => {
  const wanted = await trial.ask('pre', 'why does my eyelid twitch');
  await messenger.server.kill();
  await trial.bot.program.line('connection lost');
  await messenger.server.restart();
  for (;;) {
    if ((await trial.bot.page('/readyz')).status === 200) break;
  }
  await messenger.reconnected();
  assert.deepEqual(await trial.ask('post', 'why does my eyelid twitch'), wanted);
});

void test('a connection that breaks is resumed: what came meanwhile is answered once', async () => {
  const question = 'why does my eyelid twitch';
  const wanted = await trial.ask('whole', question);
  const people = Array.from({ length: 20 }, (_, at) => `cut${at}`);
  const [before, meanwhile] = [people.slice(0, 10), people.slice(10)];
  for (const person of before) await messenger.text(person, question)();
  messenger.line.cut();
  while ((await trial.bot.page('/readyz')).status === 200);
  for (const person of meanwhile) await messenger.text(person, question)();
  messenger.line.mend();
  await trial.bot.program.line('connection resumed');
  for (const person of people) await trial.heard(person, wanted.length);
  await trial.settled();
  for (const person of people) {
    assert.deepEqual(messenger.transcript(person), wanted, person);
  }
});

void test('what comes while it stops is answered once, then or later', async () => {
  const question = 'why does my eyelid twitch';
  const wanted = await trial.ask('staying', question);
  const people = Array.from({ length: 200 }, (_, at) => `late${at}`);
  const stopped = trial.bot.program.stop();
  for (const person of people) await messenger.text(person, question)();
  assert.equal(await stopped, 0);
  await trial.startBot();
  for (const person of people) await trial.heard(person, wanted.length);
  await trial.settled();
  for (const person of people) {
    assert.deepEqual(messenger.transcript(person), wanted, person);
  }
});

void test('a wrong password is told with advice', async () => {
  const program = new Program('node', [process.env['QUIVER_TEST_BOT'] ?? '', '--check'], {
    ...messenger.environment(),
    QUIVER_BOT_SERVER_ADDRESS: trial.server.address,
    QUIVER_BOT_XMPP_PASSWORD: 'wrong',
  });
  assert.equal(await program.ended(), 1);
  assert.match(program.output, /xmpp\.username or xmpp\.password is wrong/u);
});
