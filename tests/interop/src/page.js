// The clients that run in a page.
import { tryClient } from './cases.js';
import { connectEs } from './connect_es.js';
import { grpcWeb } from './grpc_web.js';
import { niceGrpcWeb } from './nice_grpc_web.js';
import { protobufTs } from './protobuf_ts.js';

const CLIENTS = {
  'grpc-web text': (url) => grpcWeb(url, 'text'),
  'grpc-web binary': (url) => grpcWeb(url, 'binary'),
  'Connect-ES': connectEs,
  'protobuf-ts binary': (url) => protobufTs(url, 'binary'),
  'protobuf-ts text': (url) => protobufTs(url, 'text'),
  'nice-grpc-web': niceGrpcWeb,
};

globalThis.clientNames = Object.keys(CLIENTS);
globalThis.tryOne = (name, url) => tryClient(CLIENTS[name](url), globalThis.report);
