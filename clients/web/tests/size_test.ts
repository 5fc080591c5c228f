import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { build } from 'vite';
import { expect, it, vi } from 'vitest';

const kilobyte = 1000;

/** Bytes of each script as a server would send it. */
async function builtSizes(): Promise<Map<string, number>> {
  vi.stubEnv('NODE_ENV', 'production');
  const result = await build({
    root: fileURLToPath(new URL('..', import.meta.url)),
    logLevel: 'silent',
    mode: 'production',
    build: { write: false },
  });
  if (!('output' in result)) throw new Error('nothing was built');
  return new Map(
    result.output.map((file) => {
      const code = file.type === 'chunk' ? file.code : file.source;
      return [file.fileName, gzipSync(code, { level: 9 }).length];
    }),
  );
}

it('the widget stays small', { timeout: 60_000 }, async () => {
  const sizes = await builtSizes();
  const loader = sizes.get('widget/v1/loader.js') ?? NaN;
  const total = [...sizes.values()].reduce((sum, size) => sum + size, 0);
  console.log(
    `loader ${String(loader)} bytes, whole widget ${String(total)} bytes gzipped`,
  );

  expect(loader).toBeLessThan(2 * kilobyte);
  expect(total).toBeLessThan(24 * kilobyte);
});
