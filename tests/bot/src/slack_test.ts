import { strict as assert } from 'node:assert';
import { after, before, test } from 'node:test';
import { SlackMessenger } from './messengers/slack.js';
import { Program } from './support/programs.js';
import { Trial } from './trial.js';

const messenger = new SlackMessenger();
const trial = new Trial(messenger);
const { fake } = messenger;
const json = 'application/json';
const form = 'application/x-www-form-urlencoded';
let events = 5000;

before(() => trial.start());
after(() => trial.stop());

function event(content: object): string {
  const ts = `${1_700_000_000 + ++events}.0001`;
  const all = { user: 'UKIM', channel: 'C9', ts, ...content };
  return JSON.stringify({
    type: 'event_callback',
    team_id: 'T1',
    event_id: `E${events}`,
    event: all,
  });
}

const post = (body: string, type = json): Promise<Response> =>
  fake.call(trial.bot.ports.webhooks, body, type);

void test('the address is confirmed', async () => {
  const response = await post(
    JSON.stringify({ type: 'url_verification', challenge: 'abc' }),
  );
  assert.equal(response.status, 200);
  assert.equal(await response.text(), 'abc');
});

void test('what is not from Slack, or too old, or broken, is refused', async () => {
  const body = event({
    type: 'message',
    channel_type: 'im',
    channel: 'DKIM',
    text: 'hi',
  });
  const now = Math.floor(Date.now() / 1000);
  const { webhooks } = trial.bot.ports;
  const cases: readonly (readonly [Promise<Response>, number])[] = [
    [fake.call(webhooks, body, json, 'another secret'), 401],
    [fake.call(webhooks, body, json, fake.signingSecret, now - 400), 401],
    [fetch(`http://127.0.0.1:${webhooks}/slack/events`, { method: 'POST', body }), 401],
    [post('{"type":'), 400],
    [post('[]'), 400],
    [post('payload=%7B', form), 400],
    [post(`{"type":"${'x'.repeat(300_000)}"}`), 413],
    [fetch(`http://127.0.0.1:${webhooks}/slack/events`), 405],
    [fetch(`http://127.0.0.1:${webhooks}/elsewhere`, { method: 'POST' }), 404],
  ];
  for (const [response, status] of cases) assert.equal((await response).status, status);
  await trial.bot.program.line('the clock of this machine is off');
  assert.equal(fake.posted.length, 0);
});

void test('a mention is answered in its thread, once for both of its events', async () => {
  const ts = '1700009999.0001';
  const text = '<@UBOT> why do my muscles twitch';
  await post(
    event({ type: 'message', channel_type: 'channel', text: 'nothing for a bot' }),
  );
  await post(event({ type: 'message', channel_type: 'channel', text, ts }));
  await post(event({ type: 'app_mention', text, ts }));
  await post(event({ type: 'app_mention', text, ts }));
  await fake.until(
    () => fake.posted.some((message) => message.channel === 'C9'),
    () => 'an answer in the thread',
  );
  await trial.settled();
  const answers = fake.posted.filter((message) => message.channel === 'C9');
  assert.deepEqual(new Set(answers.map((message) => message.thread_ts)), new Set([ts]));
  assert.equal(new Set(answers.map((message) => message.text)).size, answers.length);
});

void test('what bots say is not answered', async () => {
  const said = { type: 'message', channel_type: 'im', channel: 'DBOT', text: 'hi' };
  assert.equal((await post(event({ ...said, bot_id: 'B7' }))).status, 200);
  assert.equal((await post(event({ ...said, user: 'UBOT' }))).status, 200);
  await trial.settled();
  assert.ok(fake.posted.every((message) => message.channel !== 'DBOT'));
});

void test('acknowledged within 3 seconds while the server is away', async () => {
  await trial.server.kill();
  // The messenger finds fault with what takes longer.
  await messenger.text('slow', 'hello')();
  await trial.heard('slow', 1);
  await trial.server.restart();
  await trial.heard('slow', 2);
  await trial.settled();
});

void test('after 429 it waits as told and sends the same', async () => {
  const wanted = await trial.ask('calm', 'why does my eyelid twitch');
  fake.tooMany = 1;
  const began = Date.now();
  assert.deepEqual(await trial.ask('flood', 'why does my eyelid twitch'), wanted);
  assert.ok(Date.now() - began >= 1000);
});

void test('a wrong token is told with advice', async () => {
  const program = new Program('node', [process.env['QUIVER_TEST_BOT'] ?? '', '--check'], {
    ...messenger.environment(),
    QUIVER_BOT_SERVER_ADDRESS: trial.server.address,
    QUIVER_BOT_SLACK_TOKEN: 'xoxb-wrong',
  });
  assert.equal(await program.ended(), 1);
  assert.match(program.output, /Bot User OAuth Token/u);
});
