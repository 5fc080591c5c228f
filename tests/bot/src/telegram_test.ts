import { strict as assert } from 'node:assert';
import { createRequire } from 'node:module';
import { after, before, test } from 'node:test';
import type { Deliver } from './messengers/messenger.js';
import { TelegramMessenger } from './messengers/telegram.js';
import type { SentMessage } from './messengers/telegram_fake.js';
import { BotProcess, freePort, Program, temporaryFolder } from './support/programs.js';
import { Trial } from './trial.js';

const secret = 'a-secret-of-the-webhook';
const messenger = new TelegramMessenger();
const trial = new Trial(messenger);
let webhook: BotProcess;

before(async () => {
  await trial.start();
});

after(async () => {
  await trial.stop();
});

const group = { id: -5, type: 'group', title: 'g' };
const from = { id: 900, is_bot: false, first_name: 'Kim' };
let updates = 1000;

/** An update with a message in a group. */
function inGroup(message: object): Deliver {
  const update_id = ++updates;
  return () => {
    messenger.fake.offer({
      update_id,
      message: { message_id: update_id, date: 1, chat: group, from, ...message },
    });
    return Promise.resolve();
  };
}

function toGroup(): SentMessage[] {
  return messenger.fake.sent.filter((sent) => String(sent.chat_id) === '-5');
}

void test('in groups it answers only when it is addressed, as a reply', async () => {
  await inGroup({ text: 'why do my muscles twitch' })();
  await inGroup({ text: '/help@another_bot' })();
  await inGroup({ text: '@quiver_bot why do my muscles twitch' })();
  const addressed = updates;
  await messenger.fake.until(
    () => toGroup().length > 0 && messenger.fake.confirmed,
    () => 'an answer in the group',
  );
  await trial.settled();
  const replied = toGroup().map((sent) => sent.reply_parameters?.message_id);
  assert.deepEqual(new Set(replied), new Set([addressed]));
});

void test('commands: start, help, restart, forget', async () => {
  for (const command of ['/start', '/help', '/restart']) {
    assert.ok((await trial.ask('com', command)).join('').length > 0, command);
  }
  await trial.ask('com', 'my calf twitches');
  assert.match((await trial.ask('com', '/forget')).join(), /deleted/u);
  assert.doesNotMatch(
    (await trial.ask('com', 'what do you know about me')).join(),
    /calf/iu,
  );
});

void test('a tap ends the waiting of its button', async () => {
  await trial.ask('tap', 'why do my muscles twitch');
  const label = messenger.said('tap').at(-1)?.choices[0]?.label ?? '';
  const before = messenger.fake.ended.length;
  await trial.exchange('tap', messenger.tap('tap', label));
  assert.equal(messenger.fake.ended.length, before + 1);
});

void test('the same option as a changed message is a new message', async () => {
  const first = await trial.ask('edit', 'why does my eyelid twitch');
  const update = {
    update_id: ++updates,
    edited_message: {
      message_id: 77,
      date: 1,
      edit_date: 2,
      chat: { id: 100 + 5000, type: 'private', first_name: 'x' },
      from: { ...from, id: 5100 },
      text: 'why does my eyelid twitch',
    },
  };
  const sent = messenger.fake.sent.length;
  messenger.fake.offer(update);
  messenger.fake.offer(update);
  await messenger.fake.until(
    () => messenger.fake.sent.length >= sent + first.length && messenger.fake.confirmed,
    () => 'an answer to a changed message',
  );
  await trial.settled();
  assert.equal(messenger.fake.sent.length, sent + first.length);
});

void test('after 429 it waits as told and sends the same', async () => {
  const wanted = await trial.ask('calm', 'why does my eyelid twitch');
  messenger.fake.tooMany = 2;
  const began = Date.now();
  assert.deepEqual(await trial.ask('flood', 'why does my eyelid twitch'), wanted);
  assert.ok(Date.now() - began >= 2000);
});

void test('a picture is answered in words; a text that is too long too', async () => {
  const pictured = await trial.exchange('pic', messenger.picture('pic'));
  assert.match(pictured.join(), /only read text/u);
  const long = await trial.ask('long', 'why '.repeat(2000));
  assert.match(long.join(), /too long/u);
});

void test('an answer whose markup is refused is sent in plain words', async () => {
  messenger.fake.refusal = (sent) =>
    sent.parse_mode === undefined ? null : "can't parse entities: unsupported tag";
  const heard = (
    await trial.ask('plain', 'my eyelid twitches and now my face is drooping')
  ).join('\n');
  messenger.fake.refusal = () => null;
  assert.match(heard, /999|112|911/u);
  assert.doesNotMatch(heard, /<\/?[ab]|&[a-z]+;/u);
});

void test('what is refused in plain words too is given up, and the next answered', async () => {
  const wanted = await trial.ask('heard', 'why does my eyelid twitch');
  messenger.fake.refusal = (sent) =>
    sent.parse_mode === undefined ? 'chat not found' : "can't parse entities: no";
  const attempts = messenger.fake.attempts;
  await messenger.text('unheard', 'why does my eyelid twitch')();
  while ((await trial.ended('undeliverable')) < 1);
  messenger.fake.refusal = () => null;
  assert.equal(messenger.fake.attempts, attempts + 2);
  await trial.settled();
  assert.deepEqual(messenger.said('unheard'), []);
  const other = await trial.ask('unheard', 'forget me');
  assert.match(other.join(), /deleted/u);
  assert.deepEqual(await trial.ask('unheard', 'why does my eyelid twitch'), wanted);
});

void test('it stops in time although Telegram is silent', async () => {
  await trial.ask('stop', 'hello');
  messenger.fake.silent = true;
  assert.equal(await trial.bot.program.stop(), 0);
  messenger.fake.silent = false;
  await trial.startBot();
});

void test('a second poller ends the first, which says so', async () => {
  const other = new Program('node', [process.env['QUIVER_TEST_BOT'] ?? ''], {
    QUIVER_BOT_BOT_HEALTH: '127.0.0.1:0',
    QUIVER_BOT_BOT_DATA: temporaryFolder(),
    ...messenger.environment(),
  });
  await trial.bot.program.line('another program polls with this token');
  assert.equal(await trial.bot.program.ended(), 1);
  await other.stop();
  await trial.startBot();
});

void test('a wrong token is told with advice', async () => {
  const program = new Program('node', [process.env['QUIVER_TEST_BOT'] ?? '', '--check'], {
    ...messenger.environment(),
    QUIVER_BOT_SERVER_ADDRESS: trial.server.address,
    QUIVER_BOT_TELEGRAM_TOKEN: '7:wrong',
  });
  assert.equal(await program.ended(), 1);
  assert.match(program.output, /ask @BotFather/u);
});

void test('a webhook takes what has the secret, and nothing else', async () => {
  await trial.bot.program.stop();
  webhook = await BotProcess.start({
    ...messenger.environment(),
    QUIVER_BOT_SERVER_ADDRESS: trial.server.address,
    QUIVER_BOT_BOT_DATA: temporaryFolder(),
    QUIVER_BOT_TELEGRAM_MODE: 'webhook',
    QUIVER_BOT_TELEGRAM_PUBLIC_URL: 'https://bot.example.org/telegram',
    QUIVER_BOT_TELEGRAM_WEBHOOK_SECRET: secret,
  });
  assert.equal(messenger.fake.webhook?.secret_token, secret);
  const update = {
    update_id: ++updates,
    message: {
      message_id: 1,
      date: 1,
      chat: { id: 8000, type: 'private', first_name: 'W' },
      from: { ...from, id: 8000 },
      text: 'why does my eyelid twitch',
    },
  };
  const cases: readonly (readonly [string, string, number])[] = [
    ['wrong', JSON.stringify(update), 401],
    ['', JSON.stringify(update), 401],
    [secret, '{"update_id":', 400],
    [secret, '[]', 400],
    [secret, `{"update_id":1,"x":"${'x'.repeat(300_000)}"}`, 413],
    [secret, JSON.stringify(update), 200],
    [secret, JSON.stringify(update), 200],
    [secret, JSON.stringify(update), 200],
  ];
  const sent = messenger.fake.sent.length;
  for (const [token, body, status] of cases) {
    const response = await fetch(`http://127.0.0.1:${webhook.ports.webhooks}/telegram`, {
      method: 'POST',
      headers: { 'x-telegram-bot-api-secret-token': token },
      body,
    });
    assert.equal(response.status, status, `${token} ${body.slice(0, 40)}`);
  }
  const got = await fetch(`http://127.0.0.1:${webhook.ports.webhooks}/telegram`);
  assert.equal(got.status, 405);
  await messenger.fake.until(
    () => messenger.fake.sent.length > sent,
    () => 'an answer to a webhook',
  );
  assert.equal(await webhook.program.stop(), 0);
  const chat = messenger.fake.sent.slice(sent).map((each) => each.text);
  assert.equal(new Set(chat).size, chat.length);
  assert.doesNotMatch(webhook.program.output, /eyelid|8000/u);
  messenger.fake.webhook = null;
  await trial.startBot();
});

void test('the common path on telegram-test-api', async () => {
  const port = await freePort();
  const TelegramServer = createRequire(import.meta.url)('telegram-test-api') as new (
    options: object,
  ) => TestApi;
  const api = new TelegramServer({ port, host: '127.0.0.1' });
  await api.start();
  const bot = await BotProcess.start({
    QUIVER_BOT_SERVER_ADDRESS: trial.server.address,
    QUIVER_BOT_BOT_DATA: temporaryFolder(),
    QUIVER_BOT_TELEGRAM_TOKEN: 'token',
    QUIVER_BOT_TELEGRAM_API_ROOT: `http://127.0.0.1:${port}`,
  });
  const client = api.getClient('token', { timeout: 20_000 });
  await client.sendCommand(client.makeCommand('/start'));
  assert.ok((await client.getUpdates()).result.length > 0);
  await client.sendMessage(client.makeMessage('why does my eyelid twitch'));
  const { result } = await client.getUpdates();
  assert.match(result.map((each) => each.message.text).join(), /eyelid/iu);
  await bot.program.stop();
  await api.stop();
});

interface TestApi {
  start(): Promise<void>;
  stop(): Promise<unknown>;
  getClient(token: string, options: object): TestClient;
}

interface TestClient {
  makeMessage(text: string): object;
  makeCommand(text: string): object;
  sendMessage(message: object): Promise<void>;
  sendCommand(command: object): Promise<void>;
  getUpdates(): Promise<{ result: { message: { text: string } }[] }>;
}
