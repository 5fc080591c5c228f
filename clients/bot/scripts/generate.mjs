// Writes src/generated/ from the public contract, with protoc and ts-proto.
//
// Usage: node scripts/generate.mjs [PROTO_FOLDER]
import { execFileSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const here = dirname(dirname(fileURLToPath(import.meta.url)));
const protos = process.argv[2] ?? join(here, '..', '..', 'proto');
const out = join(here, 'src', 'generated');
const options = [
  'env=node',
  'esModuleInterop=true',
  'importSuffix=.js',
  'oneof=unions-value',
  'outputJsonMethods=false',
  'outputServices=grpc-js',
  'useExactTypes=false',
];

mkdirSync(out, { recursive: true });
execFileSync('protoc', [
  `--plugin=protoc-gen-ts_proto=${join(here, 'node_modules/.bin/protoc-gen-ts_proto')}`,
  `--ts_proto_out=${out}`,
  `--ts_proto_opt=${options.join(',')}`,
  `--proto_path=${protos}`,
  'quiver/v1/assistant.proto',
]);
