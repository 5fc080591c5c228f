// The official runtime, in its two modes.  It needs XMLHttpRequest: a browser.
import { GrpcWebClientBase, MethodDescriptor, MethodType } from 'grpc-web';

import { CallError } from './cases.js';
import { reasonIn } from './details.js';
import * as messages from './generated/ts_proto/quiver/interop/v1/interop';

const SERVICE = 'quiver.interop.v1.InteropService';
const CANCELLED = 1;

function methodOf(name, type, request, response) {
  return new MethodDescriptor(
    `/${SERVICE}/${name}`, type, request, response,
    (message) => request.encode(request.fromPartial(message)).finish(),
    (bytes) => response.decode(new Uint8Array(bytes)));
}

const unary = (name, as = name) => methodOf(as, MethodType.UNARY,
  messages[`${name}Request`], messages[`${name}Response`]);
const ECHO = unary('Echo');
const FAIL = unary('Fail');
const WAIT = unary('Wait');
const NOTHING = unary('Echo', 'Nothing');
const COUNT_OPEN = unary('CountOpen');
const STREAM = methodOf('Stream', MethodType.SERVER_STREAMING,
  messages.StreamRequest, messages.StreamResponse);

function toCallError(error) {
  return new CallError(error.code, error.message,
    reasonIn(error.metadata?.['grpc-status-details-bin']));
}

function metadataOf({ metadata = {}, timeoutMs }) {
  return timeoutMs ? { ...metadata, deadline: String(Date.now() + timeoutMs) } : metadata;
}

export function grpcWeb(baseUrl, format) {
  const client = new GrpcWebClientBase({ format });

  function call(method, request, options = {}) {
    return new Promise((resolve, reject) => {
      const got = {};
      const running = client.rpcCall(
        `${baseUrl}${method.getName()}`, request, metadataOf(options), method,
        (error, response) => {
          if (error) return reject(toCallError(error));
          got.response = response;
        });
      running.on('metadata', (metadata) => { got.headers = { ...got.headers, ...metadata }; });
      running.on('status', (status) => { got.trailers = status.metadata; });
      running.on('end', () => resolve(got));
      options.signal?.addEventListener('abort', () => {
        running.cancel();
        reject(new CallError(CANCELLED, 'cancelled'));
      });
    });
  }

  function stream(request, { signal, onMessage } = {}) {
    return new Promise((resolve, reject) => {
      const numbers = [];
      const running = client.serverStreaming(
        `${baseUrl}${STREAM.getName()}`, request, {}, STREAM);
      running.on('data', (response) => {
        numbers.push(response.number);
        onMessage?.(response.number);
      });
      running.on('error', (error) => reject(toCallError(error)));
      running.on('end', () => resolve(numbers));
      signal?.addEventListener('abort', () => {
        running.cancel();
        reject(new CallError(CANCELLED, 'cancelled'));
      });
    });
  }

  return {
    name: `grpc-web (${format})`,
    // In binary it shows messages when the stream has ended.
    cannot: format === 'binary' ? ['live'] : [],
    async echo(request, options) {
      const { response, headers, trailers } = await call(ECHO, request, options);
      return { ...response, headers, trailers };
    },
    fail: (request) => call(FAIL, request),
    wait: (options) => call(WAIT, {}, options),
    stream,
    unknown: () => call(NOTHING, {}),
    countOpen: async () => (await call(COUNT_OPEN, {})).response.open,
  };
}
