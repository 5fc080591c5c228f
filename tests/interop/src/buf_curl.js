// buf curl by gRPC-Web: connect-go underneath.
import { spawn } from 'node:child_process';

import { CallError } from './cases.js';
import { reasonOf } from './details.js';

const SERVICE = 'quiver.interop.v1.InteropService';
const CODES = ['ok', 'canceled', 'unknown', 'invalid_argument', 'deadline_exceeded', 'not_found',
  'already_exists', 'permission_denied', 'resource_exhausted', 'failed_precondition', 'aborted',
  'out_of_range', 'unimplemented', 'internal', 'unavailable', 'data_loss', 'unauthenticated'];

// "buf: < (#1) X-Echo-Own: value" lines.
function headersIn(log) {
  return Object.fromEntries([...log.matchAll(/< \(#1\) ([\w-]+): (.*?)\r?$/gm)]
    .map(([, name, value]) => [name.toLowerCase(), value]));
}

function errorIn(log) {
  const begin = log.search(/^\{/m);
  if (begin < 0) return new Error(log.slice(0, 500));
  const error = JSON.parse(log.slice(begin));
  const [detail] = error.details ?? [];
  return new CallError(CODES.indexOf(error.code), error.message ?? '',
    detail && reasonOf(detail.value));
}

// What npm installs as buf starts the real one: both must go.
const killAll = (child) => process.kill(-child.pid, 'SIGKILL');

export function bufCurl(baseUrl, buf, schema) {
  function call(method, request, { metadata = {}, signal, onMessage, more = [] } = {}) {
    return new Promise((resolve, reject) => {
      const child = spawn(buf, ['curl', '--protocol', 'grpcweb', '--schema', schema, ...more,
        ...Object.entries(metadata).flatMap(([name, value]) => ['-H', `${name}: ${value}`]),
        '-d', '@-', `${baseUrl}/${SERVICE}/${method}`], { detached: true });
      let output = '';
      let log = '';
      let seen = 0;
      child.stdout.on('data', (data) => {
        output += data;
        const count = output.split('}\n').length - 1;
        for (; seen < count; seen += 1) onMessage?.(seen + 1);
      });
      child.stderr.on('data', (data) => { log += data; });
      child.on('close', (code, killed) => {
        if (killed) return reject(new CallError(1, 'cancelled'));
        if (code !== 0) return reject(errorIn(log));
        resolve({ output, log });
      });
      child.stdin.end(JSON.stringify(request));
      signal?.addEventListener('abort', () => killAll(child));
    });
  }

  return {
    name: 'buf curl',
    cannot: ['unknown', 'deadline', 'trailers'],
    async echo({ text, bytes }, { metadata } = {}) {
      const request = { text, bytes: bytes && Buffer.from(bytes).toString('base64') };
      const { output, log } = await call('Echo', request,
        { metadata, more: metadata ? ['-v'] : [] });
      const response = JSON.parse(output);
      return {
        text: response.text ?? '',
        bytes: Uint8Array.from(Buffer.from(response.bytes ?? '', 'base64')),
        headers: headersIn(log),
      };
    },
    fail: (request) => call('Fail', request),
    wait: (options) => call('Wait', {}, options),
    async stream(request, options) {
      const { output } = await call('Stream', request, options);
      return output.trim() === '' ? [] : output.trim().split(/(?<=\})\n(?=\{)/)
        .map((text) => JSON.parse(text).number);
    },
    countOpen: async () => JSON.parse((await call('CountOpen', {})).output).open ?? 0,
  };
}
