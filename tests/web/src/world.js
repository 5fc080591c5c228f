// What the tests share: one server, one browser, and pages of another origin.
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { chromium } from 'playwright-core';

const CHROMIUM = process.env.CHROMIUM ?? '/usr/bin/chromium';
const WAIT_MS = 20_000;

export const world = { server: null, browser: null, foreign: null };

/** Starts everything; `program` is the server. */
export async function startWorld(repository, program) {
  world.foreign = await startForeignPages();
  world.server = await startServer(repository, program, world.foreign.allowed);
  world.browser = await chromium.launch({
    executablePath: CHROMIUM,
    args: ['--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage'],
  });
}

export async function stopWorld() {
  await world.browser?.close();
  await world.server?.stop();
  world.foreign?.stop();
}

/** A site owner's pages: of one origin that may embed the chat and of one that may not. */
async function startForeignPages() {
  const pages = new Map();
  const server = createServer((request, response) => {
    response.setHeader('content-type', 'text/html; charset=utf-8');
    response.end(pages.get(request.url) ?? '');
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address();
  return {
    pages,
    allowed: `http://127.0.0.1:${port}`,
    refused: `http://localhost:${port}`,
    stop: () => server.close(),
  };
}

async function startServer(repository, program, allowedOrigin) {
  const data = mkdtempSync(join(tmpdir(), 'quiver-web-'));
  const args = [
    ...['--content', repository, '--site', join(repository, 'clients/web/dist')],
    ...['--data', data, '--http', '127.0.0.1:0', '--grpc', '127.0.0.1:0'],
    ...['--authoring', '', '--allowed-origin', allowedOrigin],
  ];
  const child = spawn(program, args, { stdio: ['ignore', 'pipe', 'pipe'] });
  const complaints = [];
  createInterface({ input: child.stderr }).on('line', (line) => complaints.push(line));
  const exited = new Promise((resolve) => child.once('exit', resolve));
  const port = await new Promise((resolve, reject) => {
    createInterface({ input: child.stdout }).on('line', (line) => {
      const found = /browsers\s+port (\d+)/.exec(line);
      if (found) resolve(found[1]);
    });
    void exited.then(() => reject(new Error(`no server:\n${complaints.join('\n')}`)));
  });
  return {
    origin: `http://127.0.0.1:${port}`,
    stop: async () => {
      child.kill();
      await exited;
      rmSync(data, { recursive: true });
    },
  };
}

/** Runs `test` with a fresh visitor's browser context, and closes it. */
export async function withVisitor(options, test) {
  const context = await world.browser.newContext({
    reducedMotion: 'reduce',
    ...options,
  });
  context.setDefaultTimeout(WAIT_MS);
  try {
    await test(context);
  } finally {
    await context.close();
  }
}

/** Opens a page; what goes wrong in its scripts fails the test that looks. */
export async function visit(context, address = world.server.origin) {
  const page = await context.newPage();
  page.mistakes = [];
  page.on('pageerror', (error) => page.mistakes.push(String(error)));
  await page.goto(address);
  await page.waitForFunction(() => !!customElements.get('quiver-chat'));
  return page;
}

export const axeSource = () =>
  readFileSync(new URL('../node_modules/axe-core/axe.min.js', import.meta.url), 'utf8');
