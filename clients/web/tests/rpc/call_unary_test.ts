import { BinaryWriter } from '@bufbuild/protobuf/wire';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { callUnary } from '../../src/rpc/call_unary.js';
import { encodeMessage } from '../../src/rpc/frames.js';
import { Code, RpcError } from '../../src/rpc/rpc_error.js';
import { encode, type Table } from '../../src/rpc/wire.js';

interface Text {
  text: string;
}
const table: Table<Text> = [[1, 'text', 'string']];

const answer = encodeMessage(encode(table, { text: 'twitch' }));

function trailers(fields: string): Uint8Array<ArrayBuffer> {
  const frame = encodeMessage(new TextEncoder().encode(fields));
  frame[0] = 0x80;
  return frame;
}

function joined(...parts: Uint8Array[]): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(parts.flatMap((part) => [...part]));
}

/** A body that arrives one byte at a time. */
function dripping(bytes: Uint8Array): ReadableStream<Uint8Array> {
  let at = 0;
  return new ReadableStream({
    pull(controller) {
      if (at === bytes.length) controller.close();
      else controller.enqueue(bytes.subarray(at, ++at));
    },
  });
}

function serve(respond: (request: Request) => Response | Promise<Response>) {
  const fetched = vi.fn((url: string, init: RequestInit) =>
    Promise.resolve(respond(new Request(url, init))),
  );
  vi.stubGlobal('fetch', fetched);
  return fetched;
}

function call(signal?: AbortSignal, timeoutMs = 5000): Promise<Text> {
  const options = {
    endpoint: 'http://server.test',
    timeoutMs,
    ...(signal && { signal }),
  };
  return callUnary('/quiver.Test/Call', { text: 'hi' }, table, table, options);
}

async function failure(promise: Promise<unknown>): Promise<RpcError> {
  const error: unknown = await promise.then(
    () => null,
    (reason: unknown) => reason,
  );
  expect(error).toBeInstanceOf(RpcError);
  return error as RpcError;
}

afterEach(() => {
  vi.unstubAllGlobals();
});

describe('callUnary', () => {
  it('sends one frame by gRPC-Web', async () => {
    let sent = new Uint8Array();
    const fetched = serve(async (request) => {
      sent = new Uint8Array(await request.arrayBuffer());
      expect(request.headers.get('content-type')).toBe('application/grpc-web+proto');
      expect(request.headers.get('grpc-timeout')).toBe('5000m');
      return new Response(joined(answer, trailers('grpc-status: 0\r\n')));
    });

    await call();

    expect(fetched.mock.calls[0]![0]).toBe('http://server.test/quiver.Test/Call');
    expect(sent).toEqual(encodeMessage(encode(table, { text: 'hi' })));
  });

  it('reads a body that arrives byte by byte', async () => {
    serve(() => new Response(dripping(joined(answer, trailers('grpc-status:0\r\n')))));
    expect(await call()).toEqual({ text: 'twitch' });
  });

  it('rejects with the code and the decoded message of the trailers', async () => {
    serve(
      () => new Response(trailers('grpc-status:3\r\ngrpc-message:100%25 z%C3%BC\r\n')),
    );
    const error = await failure(call());
    expect([error.code, error.message]).toEqual([3, '100% zü']);
  });

  it('takes a message that is not well encoded as it is', async () => {
    serve(() => new Response(trailers('grpc-status:3\r\ngrpc-message:100% sure\r\n')));
    expect((await failure(call())).message).toBe('100% sure');
  });

  it('takes the status from the header when there is no body', async () => {
    const headers = { 'grpc-status': '14', 'grpc-message': 'draining' };
    serve(() => new Response(null, { headers }));
    const error = await failure(call());
    expect([error.code, error.message, error.transient]).toEqual([14, 'draining', true]);
  });

  it('gives the sentence for people from the details', async () => {
    const sentence = new BinaryWriter()
      .tag(1, 2)
      .string('en')
      .tag(2, 2)
      .string('Please wait.')
      .finish();
    const detail = (type: string, value: Uint8Array) =>
      new BinaryWriter().tag(1, 2).string(type).tag(2, 2).bytes(value).finish();
    const status = new BinaryWriter()
      .tag(1, 0)
      .int32(14)
      .tag(2, 2)
      .string('busy')
      .tag(3, 2)
      .bytes(detail('type.googleapis.com/google.rpc.RetryInfo', new Uint8Array([10, 0])))
      .tag(3, 2)
      .bytes(detail('type.googleapis.com/google.rpc.LocalizedMessage', sentence))
      .finish();
    const base64 = btoa(String.fromCharCode(...status)).replace(/=+$/, '');
    serve(
      () =>
        new Response(trailers(`grpc-status:14\r\ngrpc-status-details-bin:${base64}\r\n`)),
    );

    expect((await failure(call())).sentence).toBe('Please wait.');
  });

  it('does without details that cannot be read', async () => {
    serve(
      () => new Response(trailers('grpc-status:2\r\ngrpc-status-details-bin:???\r\n')),
    );
    const error = await failure(call());
    expect([error.code, error.sentence]).toEqual([2, '']);
  });

  it.each([
    ['is cut off', answer.subarray(0, 8)],
    ['has no trailers', answer],
    ['has no message', trailers('grpc-status:0\r\n')],
    [
      'is no such message',
      joined(encodeMessage(new Uint8Array([8, 1])), trailers('grpc-status:0\r\n')),
    ],
  ])('rejects when the body %s', async (_, body) => {
    serve(() => new Response(joined(body)));
    expect((await failure(call())).code).toBe(Code.UNKNOWN);
  });

  it.each([
    [404, Code.UNIMPLEMENTED],
    [429, Code.RESOURCE_EXHAUSTED],
    [502, Code.UNAVAILABLE],
    [500, Code.UNKNOWN],
  ])('takes HTTP %i without a status as code %i', async (status, code) => {
    serve(() => new Response('<html>', { status }));
    expect((await failure(call())).code).toBe(code);
  });

  it('is unavailable when the network fails', async () => {
    serve(() => Promise.reject(new TypeError('no network')));
    expect((await failure(call())).code).toBe(Code.UNAVAILABLE);
  });

  it('tells a call that was given up from one that took too long', async () => {
    const forever = (_: string, init: RequestInit) =>
      new Promise<Response>((_resolve, reject) => {
        const stop = () => {
          reject(new DOMException('stopped', 'AbortError'));
        };
        if (init.signal!.aborted) stop();
        init.signal!.addEventListener('abort', stop);
      });
    vi.stubGlobal('fetch', forever);
    const abort = new AbortController();
    const given = failure(call(abort.signal));
    abort.abort();

    expect((await given).code).toBe(Code.CANCELLED);
    expect((await failure(call(undefined, 1))).code).toBe(Code.DEADLINE_EXCEEDED);
  });
});
