// nice-grpc-web with code of ts-proto.
import { ClientError, createChannel, createClient, FetchTransport, Metadata } from 'nice-grpc-web';
import { isAbortError } from 'abort-controller-x';

import { CallError } from './cases.js';
import { reasonIn } from './details.js';
import { InteropServiceDefinition } from './generated/ts_proto/quiver/interop/v1/interop';

const toBase64 = (bytes) => btoa(String.fromCharCode(...bytes));
const fromBase64 = (text) => Uint8Array.from(atob(text), (sign) => sign.charCodeAt(0));

function toMetadata(fields, timeoutMs) {
  const metadata = Metadata();
  for (const [name, value] of Object.entries(fields)) {
    metadata.set(name, name.endsWith('-bin') ? fromBase64(value) : value);
  }
  if (timeoutMs) metadata.set('grpc-timeout', `${timeoutMs}m`);
  return metadata;
}

function toFields(metadata) {
  return Object.fromEntries([...metadata].map(([name, values]) =>
    [name, values[0] instanceof Uint8Array ? toBase64(values[0]) : values[0]]));
}

export function niceGrpcWeb(baseUrl) {
  const client = createClient(InteropServiceDefinition, createChannel(baseUrl, FetchTransport()));

  // Runs a call; its options keep the headers and trailers in `got`.
  async function translated(call, { metadata = {}, timeoutMs, signal } = {}) {
    const got = {};
    try {
      return [await call({
        metadata: toMetadata(metadata, timeoutMs),
        signal,
        onHeader: (headers) => { got.headers = toFields(headers); },
        onTrailer: (trailers) => { got.trailers = toFields(trailers); },
      }), got];
    } catch (error) {
      if (isAbortError(error)) throw new CallError(1, 'aborted');
      if (!(error instanceof ClientError)) throw error;
      const details = got.trailers?.['grpc-status-details-bin'];
      throw new CallError(error.code, error.details, reasonIn(details));
    }
  }

  return {
    name: 'nice-grpc-web',
    cannot: ['unknown'],
    async echo(request, options) {
      const [response, got] = await translated((o) => client.echo(request, o), options);
      return { ...response, ...got };
    },
    fail: (request) => translated((o) => client.fail(request, o)),
    wait: (options) => translated((o) => client.wait({}, o), options),
    async stream(request, { signal, onMessage } = {}) {
      const numbers = [];
      await translated(async (o) => {
        for await (const response of client.stream(request, o)) {
          numbers.push(response.number);
          onMessage?.(response.number);
        }
      }, { signal });
      return numbers;
    },
    countOpen: async () => (await client.countOpen({})).open,
  };
}
