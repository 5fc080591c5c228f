// Clients in a real Chromium, in a page of another origin than the server.
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { createRequire } from 'node:module';
import { join } from 'node:path';

const CHROMIUM = process.env.CHROMIUM ?? '/usr/bin/chromium';

// Serves a page with the script; gives its origin.
async function servePage(script) {
  const server = createServer((request, response) => {
    const isScript = request.url === '/page.js';
    response.setHeader('content-type', isScript ? 'text/javascript' : 'text/html; charset=utf-8');
    response.end(isScript ? script
      : '<!doctype html><meta charset="utf-8"><script type="module" src="/page.js"></script>');
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { origin: `http://127.0.0.1:${server.address().port}`, stop: () => server.close() };
}

export async function tryClients({ startServer, report, page: script, modules }) {
  const { chromium } = createRequire(join(modules, 'x'))('playwright-core');
  const site = await servePage(readFileSync(script));
  const server = await startServer([site.origin]);
  const browser = await chromium.launch({
    executablePath: CHROMIUM,
    args: ['--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage'],
  });
  const page = await browser.newPage();
  page.on('pageerror', (error) => report(`# in the page: ${error}`));
  await page.exposeFunction('report', report);
  await page.goto(site.origin);
  await page.waitForFunction('globalThis.clientNames');
  let failures = 0;
  for (const name of await page.evaluate('clientNames')) {
    failures += await page.evaluate(([client, url]) => globalThis.tryOne(client, url),
      [name, server.url]);
  }
  await browser.close();
  server.stop();
  site.stop();
  return failures;
}
