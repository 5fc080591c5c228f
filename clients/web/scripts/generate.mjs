// Writes src/generated/ from the public contract: the types with ts-proto, and
// tables that src/rpc/wire.ts reads and writes messages by.
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { fromBinary } from '@bufbuild/protobuf';
import {
  FieldDescriptorProto_Label as Label,
  FieldDescriptorProto_Type as Type,
  FileDescriptorSetSchema,
} from '@bufbuild/protobuf/wkt';

/** The calls that the widget makes. */
const calls = [
  'SendMessage',
  'DescribeAssistant',
  'ListTurns',
  'DeleteSession',
  'SubmitFeedback',
];
/** What the widget does not look at: it counts every byte. */
const ignored = ['SendMessageResponse.understanding', 'SendMessageResponse.trace'];

const here = dirname(dirname(fileURLToPath(import.meta.url)));
const out = join(here, 'src', 'generated');
const protos = join(here, '..', '..', 'proto');
const contract = 'quiver/v1/assistant.proto';
const typesOptions = [
  'onlyTypes=true',
  'outputServices=none',
  'outputClientImpl=false',
  'enumsAsLiterals=true',
  'unrecognizedEnum=false',
  'oneof=unions-value',
  'importSuffix=.js',
];

function generateTypes() {
  execFileSync('protoc', [
    `--plugin=protoc-gen-ts_proto=${join(here, 'node_modules/.bin/protoc-gen-ts_proto')}`,
    `--ts_proto_out=${out}`,
    `--ts_proto_opt=${typesOptions.join(',')}`,
    `--proto_path=${protos}`,
    contract,
  ]);
}

/** The messages of the contract, by name. */
function readMessages() {
  const folder = mkdtempSync(join(tmpdir(), 'quiver-'));
  try {
    const file = join(folder, 'descriptors');
    execFileSync('protoc', [
      `--descriptor_set_out=${file}`,
      `--proto_path=${protos}`,
      contract,
    ]);
    const set = fromBinary(FileDescriptorSetSchema, readFileSync(file));
    return new Map(set.file[0].messageType.map((message) => [message.name, message]));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

const scalars = new Map([
  [Type.STRING, "'string'"],
  [Type.BOOL, "'bool'"],
  [Type.ENUM, "'number'"],
  [Type.INT32, "'number'"],
  [Type.UINT32, "'number'"],
  [Type.UINT64, "'number'"],
]);

const nameOf = (field) => field.typeName.split('.').pop();
const isTime = (field) => field.typeName === '.google.protobuf.Timestamp';

function tableOf(message, visit) {
  const fields = message.field.filter(
    (f) => !ignored.includes(`${message.name}.${f.name}`),
  );
  const lines = fields.map((field) => {
    if (field.type === Type.MESSAGE && !isTime(field)) visit(nameOf(field));
    const kind =
      field.type !== Type.MESSAGE
        ? scalars.get(field.type)
        : isTime(field)
          ? "'time'"
          : nameOf(field);
    if (!kind)
      throw new Error(`${message.name}.${field.name}: no such type in the widget`);
    const extra = [
      field.label === Label.REPEATED ? 'true' : '',
      Object.hasOwn(field, 'oneofIndex') && !field.proto3Optional
        ? `'${message.oneofDecl[field.oneofIndex].name}'`
        : '',
    ];
    const place = extra[1]
      ? `, ${extra[0] || 'false'}, ${extra[1]}`
      : extra[0] && ', true';
    return `  [${field.number}, '${field.jsonName}', ${kind}${place}],\n`;
  });
  return `export const ${message.name}: Table<types.${message.name}> = [\n${lines.join('')}];\n`;
}

function generateTables() {
  const messages = readMessages();
  const tables = new Map();
  const visit = (name) => {
    if (!tables.has(name)) tables.set(name, tableOf(messages.get(name), visit));
  };
  for (const call of calls) {
    visit(`${call}Request`);
    visit(`${call}Response`);
  }
  const head =
    "import type { Table } from '../rpc/wire.js';\n" +
    "import type * as types from './quiver/v1/assistant.js';\n\n";
  // A message comes after those that it contains.
  writeFileSync(join(out, 'tables.ts'), head + [...tables.values()].join('\n'));
}

rmSync(out, { recursive: true, force: true });
mkdirSync(out, { recursive: true });
generateTypes();
generateTables();
