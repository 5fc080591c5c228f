// Connect-ES by its gRPC-Web transport.
import { createFileRegistry, fromBinary } from '@bufbuild/protobuf';
import { FileDescriptorSetSchema } from '@bufbuild/protobuf/wkt';
import { ConnectError, createClient } from '@connectrpc/connect';
import { createGrpcWebTransport } from '@connectrpc/connect-web';

import { CallError } from './cases.js';
import descriptors from './generated/interop.binpb';

const registry = createFileRegistry(fromBinary(FileDescriptorSetSchema, descriptors));
const service = registry.getService('quiver.interop.v1.InteropService');
const errorInfo = registry.getMessage('google.rpc.ErrorInfo');

function toCallError(thrown) {
  const error = ConnectError.from(thrown);
  return new CallError(error.code, error.rawMessage, error.findDetails(errorInfo)[0]?.reason);
}

async function translated(call) {
  try {
    return await call();
  } catch (error) {
    throw toCallError(error);
  }
}

export function connectEs(baseUrl) {
  const client = createClient(service, createGrpcWebTransport({ baseUrl }));
  return {
    name: 'Connect-ES',
    async echo(request, { metadata, timeoutMs } = {}) {
      const got = {};
      const response = await client.echo(request, {
        headers: metadata,
        timeoutMs,
        onHeader: (headers) => { got.headers = Object.fromEntries(headers); },
        onTrailer: (trailers) => { got.trailers = Object.fromEntries(trailers); },
      });
      return { ...got, text: response.text, bytes: response.bytes };
    },
    fail: (request) => translated(() => client.fail(request)),
    wait: (options) => translated(() => client.wait({}, options)),
    stream: (request, { signal, onMessage } = {}) => translated(async () => {
      const numbers = [];
      for await (const response of client.stream(request, { signal })) {
        numbers.push(response.number);
        onMessage?.(response.number);
      }
      return numbers;
    }),
    unknown: () => translated(() => {
      const method = { ...service.method.echo, name: 'Nothing', parent: service };
      return createGrpcWebTransport({ baseUrl })
        .unary(method, undefined, undefined, undefined, {});
    }),
    countOpen: async () => (await client.countOpen({})).open,
  };
}

