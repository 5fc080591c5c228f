import { createHmac } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import { Changing } from '../support/await.js';
import { type FakeAnswer, HttpFake } from '../support/http_fake.js';

interface Text {
  readonly type: string;
  readonly text: string;
}

interface Element {
  readonly type: string;
  readonly action_id: string;
  readonly text?: Text;
  readonly value?: string;
  readonly options?: readonly { readonly text: Text; readonly value: string }[];
}

export interface PostedMessage {
  readonly channel: string;
  readonly text: string;
  readonly thread_ts?: string;
  readonly blocks: readonly {
    readonly type: string;
    readonly text?: Text;
    readonly elements?: readonly Element[];
  }[];
}

/** Slack's Web API, strict about sizes; and requests as Slack signs them. */
export class SlackFake extends Changing {
  readonly token = 'xoxb-strict';
  readonly signingSecret = 'a-signing-secret';
  readonly posted: PostedMessage[] = [];
  readonly faults: string[] = [];
  tooMany = 0;
  url = '';
  readonly #http = new HttpFake((request, body) =>
    Promise.resolve(this.#answer(request, body)),
  );

  async start(): Promise<void> {
    this.url = `http://127.0.0.1:${await this.#http.listen()}/api/`;
  }

  stop(): Promise<void> {
    return this.#http.close();
  }

  /** Calls the bot with `body`, signed at `at` (seconds) with `secret`. */
  call(
    port: number,
    body: string,
    contentType: string,
    secret = this.signingSecret,
    at = Math.floor(Date.now() / 1000),
  ): Promise<Response> {
    const signature = createHmac('sha256', secret)
      .update(`v0:${at}:${body}`)
      .digest('hex');
    return fetch(`http://127.0.0.1:${port}/slack/events`, {
      method: 'POST',
      headers: {
        'content-type': contentType,
        'x-slack-request-timestamp': String(at),
        'x-slack-signature': `v0=${signature}`,
      },
      body,
    });
  }

  #answer(request: IncomingMessage, body: string): FakeAnswer {
    if (request.headers.authorization !== `Bearer ${this.token}`) {
      return { status: 200, body: { ok: false, error: 'invalid_auth' } };
    }
    switch (request.url) {
      case '/api/auth.test':
        return {
          status: 200,
          body: { ok: true, bot_id: 'B1', user_id: 'UBOT', team_id: 'T1' },
        };
      case '/api/chat.postMessage':
        return this.#post(new URLSearchParams(body));
      default:
        return { status: 200, body: { ok: false, error: 'unknown_method' } };
    }
  }

  #post(form: URLSearchParams): FakeAnswer {
    if (this.tooMany > 0) {
      this.tooMany -= 1;
      return {
        status: 429,
        headers: { 'retry-after': '1' },
        body: { ok: false, error: 'ratelimited' },
      };
    }
    const message = {
      ...Object.fromEntries(form),
      blocks: JSON.parse(form.get('blocks') ?? '[]') as PostedMessage['blocks'],
    } as unknown as PostedMessage;
    const fault = message.blocks.map(faultOf).find((each) => each !== null);
    if (fault !== undefined) {
      this.faults.push(fault ?? '');
      return { status: 200, body: { ok: false, error: 'invalid_blocks' } };
    }
    this.posted.push(message);
    this.changed();
    return { status: 200, body: { ok: true, ts: `${this.posted.length}.1` } };
  }
}

function faultOf(block: PostedMessage['blocks'][number]): string | null {
  if (block.text !== undefined && block.text.text.length > 3000)
    return 'section too long';
  const elements = block.elements ?? [];
  if (elements.length > 25) return 'too many elements';
  if (new Set(elements.map((each) => each.action_id)).size < elements.length) {
    return 'an action_id twice';
  }
  for (const { text, value, options } of elements) {
    const labels = [text, ...(options ?? []).map((option) => option.text)];
    if (labels.some((label) => (label?.text.length ?? 0) > 75)) return 'label too long';
    if ((value?.length ?? 0) > 2000) return 'value too long';
    if ((options?.length ?? 1) > 100) return 'too many options';
  }
  return null;
}
