import { strict as assert } from 'node:assert';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { dist } from './support/bot_parts.js';
import { temporaryFolder } from './support/programs.js';

interface Names {
  conversation(channel: string, incoming: object): string;
  request(channel: string, incoming: object): string;
}

interface Limiter {
  take(person: string, now: number): string;
}

interface Kept {
  keep(pending: object): Promise<void>;
  pending(): Promise<{ requestId: string }[]>;
  conversation(key: string): Promise<{ session: string; answered: string[] }>;
  answered(key: string, now: object, requestId: string): Promise<void>;
  prune(before: number): Promise<void>;
}

const { makeIdentity } = await dist<{ makeIdentity(key: string): Names }>(
  'core/identity.js',
);
const { RateLimit } = await dist<{ RateLimit: new (rate: object) => Limiter }>(
  'core/rate_limit.js',
);
const { Memory } = await dist<{ Memory: { open(folder: string): Promise<Kept> } }>(
  'core/memory.js',
);

const message = { workspace: 'w', chat: 'c', person: 'p', messageId: 'm' };

void test('names are the same for the same, and tell nothing', () => {
  const names = makeIdentity('key');
  const same = names.conversation('slack', message);
  assert.equal(names.conversation('slack', { ...message, messageId: 'n' }), same);
  for (const other of ['workspace', 'chat', 'person']) {
    assert.notEqual(
      names.conversation('slack', { ...message, [other]: 'x' }),
      same,
      other,
    );
  }
  assert.notEqual(names.conversation('xmpp', message), same);
  assert.notEqual(makeIdentity('another').conversation('slack', message), same);
  assert.notEqual(
    names.request('slack', message),
    names.request('slack', { ...message, messageId: 'n' }),
  );
  assert.match(names.request('slack', message), /^[a-f0-9]{40}$/u);
});

void test('a person may send a burst, and then as many as time brings', () => {
  const rates = new RateLimit({ burst: 2, perMinute: 60 });
  const taken = [0, 0, 0, 0, 1000, 1000].map((at) => rates.take('p', at));
  assert.deepEqual(taken, [
    'allowed',
    'allowed',
    'first refusal',
    'refused',
    'allowed',
    'first refusal',
  ]);
  assert.equal(rates.take('q', 1000), 'allowed');
});

void test('what is pending is found again, in order, until it is answered', async () => {
  const folder = temporaryFolder();
  const memory = await Memory.open(folder);
  for (const [requestId, acceptedAt, sequence] of [
    ['c', 2, 0],
    ['b', 1, 1],
    ['a', 1, 0],
  ] as const) {
    await memory.keep({ requestId, acceptedAt, sequence });
  }
  const again = await Memory.open(folder);
  const ids = async (): Promise<string[]> =>
    (await again.pending()).map((each) => each.requestId);
  assert.deepEqual(await ids(), ['a', 'b', 'c']);
  const before = await again.conversation('k');
  await again.answered('k', { ...before, session: 's' }, 'b');
  assert.deepEqual(await ids(), ['a', 'c']);
  assert.deepEqual((await again.conversation('k')).answered, ['b']);
  assert.equal((await again.conversation('k')).session, 's');
});

void test('conversations that nobody used are removed; nothing half is left', async () => {
  const folder = temporaryFolder();
  const memory = await Memory.open(folder);
  await memory.answered('k', await memory.conversation('k'), 'r');
  await memory.prune(Date.now() + 10_000);
  assert.equal((await memory.conversation('k')).session, '');
  assert.ok(existsSync(join(folder, 'pending')));
  assert.deepEqual(readdirSync(join(folder, 'conversations')), []);
});
