// The clients that run in Node.
import { bufCurl } from './buf_curl.js';
import { tryClient } from './cases.js';
import { connectEs } from './connect_es.js';
import { niceGrpcWeb } from './nice_grpc_web.js';
import { protobufTs } from './protobuf_ts.js';

export async function tryClients({ startServer, report, buf, schema }) {
  const server = await startServer([]);
  let failures = 0;
  for (const client of [
    connectEs(server.url),
    protobufTs(server.url, 'binary'),
    protobufTs(server.url, 'text'),
    niceGrpcWeb(server.url),
    bufCurl(server.url, buf, schema),
  ]) {
    failures += await tryClient(client, report);
  }
  server.stop();
  return failures;
}
