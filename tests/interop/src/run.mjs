// Generates the clients' code, bundles it, starts the server, and tries every
// client of a kind.
//
//   node run.mjs node|chromium PROTO_ROOT SERVER OTHER_PROTO_ROOT...
import { execFileSync, spawn } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath, pathToFileURL } from 'node:url';

import { build } from 'esbuild';

const [kind, protoRoot, server, ...otherRoots] = process.argv.slice(2);
const here = dirname(fileURLToPath(import.meta.url));
const modules = join(here, '..', '..', 'node_modules');
const generated = join(here, 'generated');
const roots = [protoRoot, ...otherRoots].map((root) => `--proto_path=${root}`);
const interopProto = 'quiver/interop/v1/interop.proto';

function protoc(...options) {
  execFileSync('protoc', [...roots, ...options], { stdio: ['ignore', 'inherit', 'inherit'] });
}

function generate() {
  for (const folder of ['protobuf_ts', 'ts_proto']) {
    mkdirSync(join(generated, folder), { recursive: true });
  }
  protoc(`--descriptor_set_out=${join(generated, 'interop.binpb')}`, '--include_imports',
    interopProto, 'google/rpc/error_details.proto', 'google/rpc/status.proto');
  protoc(`--plugin=protoc-gen-ts=${join(modules, '.bin/protoc-gen-ts')}`,
    `--ts_out=${join(generated, 'protobuf_ts')}`, interopProto);
  protoc(`--plugin=protoc-gen-ts_proto=${join(modules, '.bin/protoc-gen-ts_proto')}`,
    `--ts_proto_out=${join(generated, 'ts_proto')}`,
    '--ts_proto_opt=outputServices=nice-grpc,outputServices=generic-definitions,esModuleInterop=true',
    interopProto);
}

function bundle(name, platform) {
  const inNode = platform === 'node';
  const outfile = join(here, '..', `${name}.${inNode ? 'cjs' : 'js'}`);
  return build({
    entryPoints: [join(here, `${name}.js`)],
    bundle: true,
    format: inNode ? 'cjs' : 'esm',
    platform,
    target: inNode ? 'node18' : 'es2022',
    loader: { '.binpb': 'binary' },
    logLevel: 'error',
    outfile,
  }).then(() => outfile);
}

// Starts the server for pages of `origins`; gives its base URL.
async function startServer(origins) {
  const child = spawn(server, origins, { stdio: ['pipe', 'pipe', 'inherit'] });
  const { value } = await createInterface({ input: child.stdout })[Symbol.asyncIterator]().next();
  if (!value) throw new Error('the server did not start');
  return { url: `http://127.0.0.1:${value.split(' ')[0]}`, stop: () => child.stdin.end() };
}

const report = (line) => console.log(line);
generate();
const main = await bundle(kind === 'node' ? 'node_main' : 'chromium_main', 'node');
const { tryClients } = await import(pathToFileURL(main));
const page = kind === 'node' ? undefined : await bundle('page', 'browser');
const failures = await tryClients({
  startServer,
  report,
  page,
  modules,
  buf: join(modules, '.bin/buf'),
  schema: join(generated, 'interop.binpb'),
});
report(failures === 0 ? '# all is well' : `# ${failures} failed`);
process.exit(failures === 0 ? 0 : 1);
