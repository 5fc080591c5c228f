// protobuf-ts by its gRPC-Web transport.
import { GrpcStatusCode, GrpcWebFetchTransport } from '@protobuf-ts/grpcweb-transport';
import { RpcError } from '@protobuf-ts/runtime-rpc';

import { CallError } from './cases.js';
import { reasonIn } from './details.js';
import { InteropServiceClient } from './generated/protobuf_ts/quiver/interop/v1/interop.client';

async function translated(call) {
  try {
    return await call();
  } catch (error) {
    if (!(error instanceof RpcError)) throw error;
    // It leaves the message encoded.
    throw new CallError(GrpcStatusCode[error.code], decodeURIComponent(error.message),
      reasonIn(error.meta['grpc-status-details-bin']));
  }
}

export function protobufTs(baseUrl, format = 'binary') {
  const client = new InteropServiceClient(new GrpcWebFetchTransport({ baseUrl, format }));
  const empty = new Uint8Array();
  return {
    name: `protobuf-ts (${format})`,
    cannot: ['unknown'],
    echo: ({ text = '', bytes = empty }, { metadata, timeoutMs } = {}) =>
      translated(async () => {
        const { response, headers, trailers } =
          await client.echo({ text, bytes }, { meta: metadata, timeout: timeoutMs });
        return { ...response, headers, trailers };
      }),
    fail: ({ code, message, reason = '' }) =>
      translated(() => client.fail({ code, message, reason })),
    wait: ({ timeoutMs, signal }) =>
      translated(() => client.wait({}, { timeout: timeoutMs, abort: signal })),
    stream: (request, { signal, onMessage } = {}) => translated(async () => {
      const call = client.stream(
        { messages: 0, bytes: 0, code: 0, message: '', stayOpen: false, ...request },
        { abort: signal });
      const numbers = [];
      for await (const response of call.responses) {
        numbers.push(response.number);
        onMessage?.(response.number);
      }
      await call.status;
      await call.trailers;
      return numbers;
    }),
    countOpen: async () => (await client.countOpen({})).response.open,
  };
}
