import { Conversation } from '../../src/conversation/conversation.js';
import type { SessionMemory } from '../../src/conversation/session_memory.js';
import { Code, RpcError } from '../../src/rpc/rpc_error.js';
import type { FakeServer } from './fake_server.js';

/** What tabs of one browser share. */
export class Browser {
  sessionId = '';
  private readonly hearers: ((sessionId: string) => void)[] = [];
  private ids = 0;
  retries = 0;

  readonly memory: SessionMemory = {
    load: () => this.sessionId,
    save: (id) => (this.sessionId = id),
    clear: () => (this.sessionId = ''),
  };

  makeId = () => `request-${String(++this.ids)}`;

  openTab(server: FakeServer, memory = this.memory) {
    const replies: string[] = [];
    const problems: string[] = [];
    let mine: ((sessionId: string) => void) | null = null;
    const conversation = new Conversation(
      {
        client: server,
        memory,
        tabs: {
          tell: (sessionId) => {
            this.hearers
              .filter((hearer) => hearer !== mine)
              .forEach((hearer) => {
                hearer(sessionId);
              });
          },
          hear: (listener) => {
            mine = listener;
            this.hearers.push(listener);
          },
          close: () => undefined,
        },
        patience: (failures) => Promise.resolve(failures <= this.retries),
        assistant: 'test',
        language: () => 'en',
        makeId: this.makeId,
        now: () => new Date(0),
      },
      {
        changed: () => undefined,
        replied: (reply) => replies.push(reply.messages[0]!.text),
        failed: (problem) => problems.push(problem.kind),
      },
    );
    return { conversation, replies, problems, shown: () => shownOf(conversation) };
  }
}

function shownOf({ state }: Conversation): string[] {
  return state.entries.map((entry) =>
    entry.kind === 'visitor'
      ? `${entry.text}${entry.state === 'sent' ? '' : ` (${entry.state})`}`
      : entry.reply.messages[0]!.text,
  );
}

export const unavailable = () => new RpcError(Code.UNAVAILABLE, 'gone', 'Please wait.');
