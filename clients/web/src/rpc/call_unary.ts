import { sentenceIn } from './error_details.js';
import { decodeFrames, decodeTrailers, encodeMessage } from './frames.js';
import { Code, RpcError } from './rpc_error.js';
import { decode, encode, type Table } from './wire.js';

export interface CallOptions {
  /** Where the server is: "https://chat.example.org"; "" for the page's. */
  readonly endpoint: string;
  /** After so many milliseconds the call fails with DEADLINE_EXCEEDED. */
  readonly timeoutMs: number;
  readonly signal?: AbortSignal;
}

/**
 * Calls a method with one request and one response by gRPC-Web, binary.
 * Rejects with RpcError only.
 */
export async function callUnary<Request extends object, Response extends object>(
  method: string,
  request: Request,
  requestTable: Table<Request>,
  responseTable: Table<Response>,
  options: CallOptions,
): Promise<Response> {
  const { body, fields } = await exchange(
    method,
    encodeMessage(encode(requestTable, request)),
    options,
  );
  const frames = decodeFrames(body);
  if (frames === null) throw new RpcError(Code.UNKNOWN, 'a reply was cut off');
  const trailers = frames.find((frame) => frame.trailers);
  throwUnlessOk(trailers ? decodeTrailers(trailers.payload) : fields);
  const message = frames.find((frame) => !frame.trailers);
  if (!message) throw new RpcError(Code.UNKNOWN, 'a reply was empty');
  try {
    return decode(responseTable, message.payload);
  } catch {
    throw new RpcError(Code.UNKNOWN, 'a reply cannot be read');
  }
}

interface Exchanged {
  readonly body: Uint8Array;
  readonly fields: Map<string, string>;
}

async function exchange(
  method: string,
  body: Uint8Array<ArrayBuffer>,
  options: CallOptions,
): Promise<Exchanged> {
  const deadline = new AbortController();
  const abort = (): void => {
    deadline.abort();
  };
  const timer = setTimeout(abort, options.timeoutMs);
  if (options.signal?.aborted) abort();
  options.signal?.addEventListener('abort', abort);
  try {
    const response = await fetch(options.endpoint + method, {
      method: 'POST',
      headers: {
        'content-type': 'application/grpc-web+proto',
        'x-grpc-web': '1',
        'grpc-timeout': `${options.timeoutMs}m`,
      },
      body,
      credentials: 'omit',
      cache: 'no-store',
      signal: deadline.signal,
    });
    const fields = new Map(response.headers);
    if (!response.ok && !fields.has('grpc-status')) {
      throw new RpcError(codeOfHttp(response.status), response.statusText);
    }
    return { body: new Uint8Array(await response.arrayBuffer()), fields };
  } catch (error) {
    if (error instanceof RpcError) throw error;
    if (options.signal?.aborted) throw new RpcError(Code.CANCELLED, 'given up');
    if (deadline.signal.aborted) {
      throw new RpcError(Code.DEADLINE_EXCEEDED, 'no answer in time');
    }
    throw new RpcError(Code.UNAVAILABLE, 'the server cannot be reached');
  } finally {
    clearTimeout(timer);
    options.signal?.removeEventListener('abort', abort);
  }
}

function throwUnlessOk(fields: Map<string, string>): void {
  const status = fields.get('grpc-status');
  if (status === '0') return;
  const code = status === undefined ? Code.UNKNOWN : Number(status);
  const message = decodeMessage(fields.get('grpc-message') ?? '');
  throw new RpcError(
    code,
    message,
    sentenceIn(fields.get('grpc-status-details-bin') ?? ''),
  );
}

/** Percent-decodes; text that is not well encoded is taken as it is. */
function decodeMessage(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

function codeOfHttp(status: number): number {
  if (status === 429) return Code.RESOURCE_EXHAUSTED;
  if (status >= 502 && status <= 504) return Code.UNAVAILABLE;
  if (status === 404) return Code.UNIMPLEMENTED;
  return Code.UNKNOWN;
}
