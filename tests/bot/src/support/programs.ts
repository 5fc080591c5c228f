import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, symlinkSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { Changing } from './await.js';

export function temporaryFolder(): string {
  return mkdtempSync(join(tmpdir(), 'quiver-bot-test-'));
}

/** A port that was free a moment ago. */
export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}

/** A program that runs, and what it printed. */
export class Program extends Changing {
  readonly lines: string[] = [];
  readonly #child: ChildProcess;
  #code: number | null | undefined;

  constructor(command: string, args: string[], environment: Record<string, string> = {}) {
    super();
    this.#child = spawn(command, args, {
      env: { PATH: process.env['PATH'] ?? '', HOME: tmpdir(), ...environment },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    for (const stream of [this.#child.stdout, this.#child.stderr]) {
      if (stream === null) continue;
      createInterface(stream).on('line', (line) => {
        this.lines.push(line);
        this.changed();
      });
    }
    this.#child.once('close', (code) => {
      this.#code = code;
      this.changed();
    });
  }

  get output(): string {
    return this.lines.join('\n');
  }

  /** The first line that holds `text`. */
  async line(text: string, withinMs?: number): Promise<string> {
    const found = (): string | undefined =>
      this.lines.find((line) => line.includes(text));
    await this.until(
      () => found() !== undefined || this.#code !== undefined,
      () => `"${text}" in:\n${this.output}`,
      withinMs,
    );
    const line = found();
    if (line === undefined) throw new Error(`ended without "${text}":\n${this.output}`);
    return line;
  }

  async ended(): Promise<number | null> {
    await this.until(
      () => this.#code !== undefined,
      () => `its end:\n${this.output}`,
    );
    return this.#code ?? null;
  }

  async stop(signal: NodeJS.Signals = 'SIGTERM'): Promise<number | null> {
    if (this.#code === undefined) this.#child.kill(signal);
    return this.ended();
  }
}

/** Data of a server that finds what others learned: it takes seconds to. */
function serverFolder(): string {
  const folder = temporaryFolder();
  const models = process.env['QUIVER_TEST_MODELS'] ?? '';
  mkdirSync(models, { recursive: true });
  symlinkSync(models, join(folder, 'models'));
  return folder;
}

/** The real server, on one port and one folder through restarts. */
export class QuiverServer {
  #program: Program | null = null;

  private constructor(
    readonly address: string,
    private readonly data: string,
  ) {}

  static async start(): Promise<QuiverServer> {
    const port = await freePort();
    const server = new QuiverServer(`127.0.0.1:${port}`, serverFolder());
    await server.restart();
    return server;
  }

  async restart(): Promise<void> {
    this.#program = new Program(process.env['QUIVER_TEST_SERVER'] ?? '', [
      ...['--content', process.env['QUIVER_TEST_CONTENT'] ?? ''],
      ...['--data', this.data, '--grpc', this.address, '--authoring', '', '--http', ''],
    ]);
    await this.#program.line('gRPC', 120_000);
  }

  /** Ends it without a chance to finish anything. */
  async kill(): Promise<void> {
    await this.#program?.stop('SIGKILL');
  }
}

export interface BotPorts {
  readonly health: number;
  readonly webhooks: number;
}

/** The bot, as an operator runs it. */
export class BotProcess {
  private constructor(
    readonly program: Program,
    readonly ports: BotPorts,
  ) {}

  static async start(environment: Record<string, string>): Promise<BotProcess> {
    const program = new Program('node', [process.env['QUIVER_TEST_BOT'] ?? ''], {
      QUIVER_BOT_BOT_LISTEN: '127.0.0.1:0',
      QUIVER_BOT_BOT_HEALTH: '127.0.0.1:0',
      ...environment,
    });
    await program.line('"event":"started"');
    const port = (what: string): number => {
      const line = program.lines.find((each) => each.includes(`"what":"${what}"`));
      return line === undefined ? 0 : (JSON.parse(line) as { port: number }).port;
    };
    return new BotProcess(program, {
      health: port('health'),
      webhooks: port('webhooks'),
    });
  }

  async page(path: string): Promise<{ status: number; text: string }> {
    const response = await fetch(`http://127.0.0.1:${this.ports.health}${path}`);
    return { status: response.status, text: await response.text() };
  }

  /** A figure of /metrics; 0 when it is not there. */
  async figure(name: string): Promise<number> {
    const { text } = await this.page('/metrics');
    const line = text.split('\n').find((each) => each.startsWith(`${name} `));
    return Number(line?.split(' ').at(-1) ?? 0);
  }
}
