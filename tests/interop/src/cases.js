// The table of calls that every client must get right.
//
// A client has
//   echo({text, bytes}, {metadata, timeoutMs}) -> {text, bytes, headers, trailers}
//   fail({code, message, reason})              -> throws a CallError
//   wait({timeoutMs, signal})                  -> throws a CallError
//   stream({messages, bytes, code, message, stayOpen}, {signal, onMessage})
//   unknown()                                  -> throws a CallError
//   countOpen()                                -> how many calls are under way
// and says what it cannot do: `cannot`, a list of words used below.

export class CallError extends Error {
  constructor(code, message, reason) {
    super(message);
    this.code = code;
    this.reason = reason;
  }
}

export function equal(actual, expected, what) {
  const [is, shouldBe] = [actual, expected].map((value) =>
    JSON.stringify(value instanceof Uint8Array ? [...value] : value));
  if (is !== shouldBe) {
    throw new Error(`${what ?? 'value'} is ${is?.slice(0, 200)}, not ${shouldBe?.slice(0, 200)}`);
  }
}

async function failureOf(promise) {
  try {
    await promise;
  } catch (error) {
    if (error instanceof CallError) return error;
    throw error;
  }
  throw new Error('the call did not fail');
}

async function eventually(holds, what) {
  for (const begun = Date.now(); Date.now() - begun < 30_000; ) {
    if (await holds()) return;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  throw new Error(`${what}: in vain`);
}

const noneOpen = (client) =>
  eventually(async () => (await client.countOpen()) === 0, 'no call is left');
const someOpen = (client) =>
  eventually(async () => (await client.countOpen()) > 0, 'a call is under way');

const UNICODE = 'Zoë fährt 🚲, 100 % 漢字 %41 "\\" \u{1F469}\u200D\u{1F52C}';

const METADATA = { 'x-echo-own': 'a value; with %41 signs', 'x-echo-bytes-bin': 'AP8B' };

async function echoes(client, text) {
  equal((await client.echo({ text })).text, text);
}

export const CASES = [
  ['gets a message back', (client) => echoes(client, 'hello')],
  ['gets an empty message back', (client) => echoes(client, '')],
  ['gets unicode back', (client) => echoes(client, UNICODE)],
  ['gets control characters back', (client) => echoes(client, 'a\u0000\r\n\tb')],
  ['gets a long message back', (client) => echoes(client, 'x'.repeat(100_000))],
  ['gets bytes back', async (client) => {
    const bytes = Uint8Array.from({ length: 256 }, (_, i) => i);
    equal((await client.echo({ bytes })).bytes, bytes);
  }],

  ['sends metadata and gets it before the message', async (client) => {
    const { headers } = await client.echo({ text: '' }, { metadata: METADATA });
    equal(headers['x-echo-own'], METADATA['x-echo-own'], 'header');
    equal(headers['x-echo-bytes-bin'], METADATA['x-echo-bytes-bin'], 'binary header');
  }],
  ['sends metadata and gets it behind the message', async (client) => {
    const { trailers } = await client.echo({ text: '' }, { metadata: METADATA });
    equal(trailers['x-echo-own-trailing'], METADATA['x-echo-own'], 'trailer');
    equal(trailers['x-echo-bytes-trailing-bin'], METADATA['x-echo-bytes-bin'], 'binary trailer');
  }, 'trailers'],

  ...[1, 2, 3, 5, 7, 8, 9, 10, 12, 13, 14, 15, 16].map((code) =>
    [`gets the code ${code} of an error`, async (client) => {
      const error = await failureOf(client.fail({ code, message: `code ${code}` }));
      equal([error.code, error.message], [code, `code ${code}`]);
    }]),
  ['gets an error without a message', async (client) => {
    equal((await failureOf(client.fail({ code: 5, message: '' }))).code, 5);
  }],
  ['gets unicode in an error', async (client) => {
    equal((await failureOf(client.fail({ code: 5, message: UNICODE }))).message, UNICODE);
  }],
  ['gets the details of an error', async (client) => {
    const error = await failureOf(
      client.fail({ code: 9, message: 'größer', reason: 'SESSION_ENDED' }));
    equal([error.code, error.message, error.reason], [9, 'größer', 'SESSION_ENDED']);
  }],
  ['is told that there is no such method', async (client) => {
    equal((await failureOf(client.unknown())).code, 12);
  }, 'unknown'],

  ['gets an answer within its deadline', async (client) => {
    equal((await client.echo({ text: 'in time' }, { timeoutMs: 30_000 })).text, 'in time');
  }, 'deadline'],
  ['gives up at its deadline', async (client) => {
    equal((await failureOf(client.wait({ timeoutMs: 200 }))).code, 4);
    await noneOpen(client);
  }, 'deadline'],
  ['cancels a call', async (client) => {
    const abort = new AbortController();
    const failure = failureOf(client.wait({ signal: abort.signal }));
    await someOpen(client);
    abort.abort();
    equal((await failure).code, 1);
    await noneOpen(client);
  }],

  ['gets a stream', async (client) => {
    equal(await client.stream({ messages: 5 }), [1, 2, 3, 4, 5]);
  }],
  ['gets an empty stream', async (client) => {
    equal(await client.stream({ messages: 0 }), []);
  }],
  ['gets a long stream', async (client) => {
    equal((await client.stream({ messages: 100, bytes: 20_000 })).length, 100);
  }],
  ['gets a stream that ends with an error', async (client) => {
    const numbers = [];
    const error = await failureOf(client.stream(
      { messages: 3, code: 10, message: UNICODE },
      { onMessage: (number) => numbers.push(number) }));
    equal([error.code, error.message], [10, UNICODE]);
    equal(numbers, [1, 2, 3]);
  }],
  ['gets messages while the stream is open, and cancels it', async (client) => {
    const abort = new AbortController();
    const numbers = [];
    const failure = failureOf(client.stream({ messages: 2, stayOpen: true }, {
      signal: abort.signal,
      onMessage: (number) => numbers.push(number),
    }));
    await eventually(() => numbers.length === 2, 'two messages come');
    equal(await client.countOpen(), 1, 'open calls');
    abort.abort();
    equal((await failure).code, 1);
    await noneOpen(client);
  }, 'live'],
  ['cancels a stream', async (client) => {
    const abort = new AbortController();
    const failure = failureOf(client.stream(
      { messages: 2, stayOpen: true }, { signal: abort.signal }));
    await someOpen(client);
    abort.abort();
    equal((await failure).code, 1);
    await noneOpen(client);
  }],
];

// Tries a client; gives one line of TAP for each case.
export async function tryClient(client, report) {
  let failures = 0;
  for (const [name, check, needs] of CASES) {
    if (needs && client.cannot?.includes(needs)) {
      report(`# ${client.name} cannot: ${name}`);
      continue;
    }
    try {
      await check(client);
      report(`ok - ${client.name} ${name}`);
    } catch (error) {
      failures += 1;
      report(`not ok - ${client.name} ${name}\n  # ${error.code ?? ''} ${error.stack}`);
    }
  }
  return failures;
}
