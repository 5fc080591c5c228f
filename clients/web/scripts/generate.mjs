// Writes src/generated/ from the public contract, with protoc and ts-proto.
import { execFileSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const here = dirname(dirname(fileURLToPath(import.meta.url)));
const out = join(here, 'src', 'generated');
const options = [
  'esModuleInterop=true',
  'outputJsonMethods=false',
  'outputPartialMethods=false',
  'outputClientImpl=false',
  'outputServices=false',
  'exportCommonSymbols=false',
  'oneof=unions-value',
  'importSuffix=.js',
];

mkdirSync(out, { recursive: true });
execFileSync('protoc', [
  `--plugin=protoc-gen-ts_proto=${join(here, 'node_modules/.bin/protoc-gen-ts_proto')}`,
  `--ts_proto_out=${out}`,
  `--ts_proto_opt=${options.join(',')}`,
  `--proto_path=${join(here, '..', '..', 'proto')}`,
  'quiver/v1/assistant.proto',
]);
