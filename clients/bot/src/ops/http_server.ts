import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { WebHandler, WebResponse } from '../channel.js';

/** Answers GET requests: health and metrics. */
export type PageHandler = () => Promise<WebResponse>;

export interface HttpSettings {
  readonly host: string;
  /** 0: a free one. */
  readonly port: number;
  /** Longer bodies are refused. */
  readonly maxBodyBytes: number;
}

export interface HttpRoutes {
  readonly hooks: ReadonlyMap<string, WebHandler>;
  readonly pages: ReadonlyMap<string, PageHandler>;
}

class Refusal extends Error {
  constructor(
    readonly status: number,
    message: string,
  ) {
    super(message);
  }
}

/** A small HTTP server; `refused` is told of every answer from 400 on. */
export class HttpServer {
  readonly #server: Server;

  constructor(
    private readonly settings: HttpSettings,
    private readonly routes: HttpRoutes,
    refused: (status: number, reason: string) => void,
  ) {
    this.#server = createServer((request, response) => {
      void this.#respond(request).then((answer) => {
        if (answer.status >= 400) refused(answer.status, answer.body ?? '');
        if (!request.complete) response.setHeader('connection', 'close');
        if (answer.status === 405) response.setHeader('allow', this.#allowed(request));
        const contentType = answer.contentType ?? 'text/plain; charset=utf-8';
        response.writeHead(answer.status, { 'content-type': contentType });
        response.end(answer.body ?? '');
      });
    });
    this.#server.requestTimeout = 10_000;
    this.#server.headersTimeout = 5_000;
  }

  /** Rejects when the port is taken.  Returns the port. */
  async listen(): Promise<number> {
    const { host, port } = this.settings;
    await new Promise<void>((resolve, reject) => {
      this.#server.once('error', reject);
      this.#server.listen(port, host, resolve);
    });
    return (this.#server.address() as AddressInfo).port;
  }

  async close(): Promise<void> {
    await new Promise<void>((resolve) => {
      this.#server.close(() => {
        resolve();
      });
      this.#server.closeIdleConnections();
    });
  }

  #allowed(request: IncomingMessage): string {
    return this.routes.hooks.has(pathOf(request)) ? 'POST' : 'GET';
  }

  async #respond(request: IncomingMessage): Promise<WebResponse> {
    try {
      return await this.#route(request);
    } catch (error) {
      if (error instanceof Refusal) return { status: error.status, body: error.message };
      return { status: 503, body: 'not taken over: send it again' };
    }
  }

  async #route(request: IncomingMessage): Promise<WebResponse> {
    const path = pathOf(request);
    const hook = this.routes.hooks.get(path);
    const page = this.routes.pages.get(path);
    if (hook === undefined && page === undefined) throw new Refusal(404, 'not found');
    if (page !== undefined && request.method === 'GET') return page();
    if (hook === undefined || request.method !== 'POST') {
      throw new Refusal(405, 'method not allowed');
    }
    const body = await readBody(request, this.settings.maxBodyBytes);
    const headers = Object.fromEntries(
      Object.entries(request.headers).map(([name, value]) => [name, value?.toString()]),
    );
    return hook({ headers, body });
  }
}

function pathOf(request: IncomingMessage): string {
  return (request.url ?? '').split('?')[0] ?? '';
}

async function readBody(request: IncomingMessage, limit: number): Promise<Buffer> {
  const tooLong = new Refusal(413, `longer than ${limit} bytes`);
  if (Number(request.headers['content-length'] ?? 0) > limit) throw tooLong;
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    length += chunk.length;
    if (length > limit) throw tooLong;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}
