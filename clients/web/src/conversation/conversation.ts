import {
  Event as VisitorEvent,
  Rating,
  type DescribeAssistantResponse,
  type Option,
  type SendMessageRequest,
  type SendMessageResponse,
  type Turn,
} from '../generated/quiver/v1/assistant.js';
import type { AssistantClient } from '../rpc/assistant_client.js';
import { Code, RpcError } from '../rpc/rpc_error.js';
import type { AssistantEntry, Entry } from './entries.js';
import type { SessionMemory } from './session_memory.js';
import type { Tabs } from './tabs.js';

export type Problem = 'unreachable' | 'refused' | 'too_long';

/** What the page shows. */
export interface ConversationState {
  readonly description: DescribeAssistantResponse | null;
  readonly entries: readonly Entry[];
  readonly busy: boolean;
  readonly problem: Problem | null;
}

export interface ConversationParts {
  readonly client: AssistantClient;
  readonly memory: SessionMemory;
  readonly assistant: string;
  readonly language: string;
  /** Makes request ids and keys: unguessable. */
  readonly makeId: () => string;
  readonly now: () => Date;
}

const pageSize = 200;

/**
 * One conversation with an assistant: what was said, what is under way, and
 * what went wrong.  Calls `changed` after every change.  Knows nothing of how
 * it looks.
 */
export class Conversation {
  state: ConversationState = {
    description: null,
    entries: [],
    busy: false,
    problem: null,
  };
  tabs: Tabs | null = null;

  /** The message that was sent last and not answered yet. */
  private unanswered: SendMessageRequest | null = null;

  constructor(
    private readonly parts: ConversationParts,
    private readonly changed: () => void,
  ) {}

  /** Fetches the greeting, and what was said before. */
  async open(): Promise<void> {
    await this.guard(async () => {
      const description = await this.parts.client.describe({
        assistant: this.parts.assistant,
        languageCode: this.parts.language,
      });
      this.update({ description });
      await this.restore();
    });
  }

  /** Shows what the server has of the session; another tab may have gone on. */
  async restore(): Promise<void> {
    const sessionId = this.parts.memory.load();
    if (!sessionId) return this.update({ entries: [] });
    try {
      this.update({ entries: await this.history(sessionId) });
    } catch (error) {
      if (!(error instanceof RpcError) || error.code !== Code.NOT_FOUND) throw error;
      this.parts.memory.clear();
      this.update({ entries: [] });
    }
  }

  /** Sends what was typed. */
  async send(text: string): Promise<void> {
    await this.sendRequest({ text }, text);
  }

  /** Sends options that were chosen. */
  async choose(options: readonly Option[]): Promise<void> {
    const labels = options.map((option) => option.label).join(', ');
    await this.sendRequest({ optionIds: options.map((o) => o.optionId) }, labels);
  }

  async restart(): Promise<void> {
    await this.sendRequest({ event: VisitorEvent.EVENT_RESTART }, '');
  }

  /** Sends the unanswered message once more, under the same request id. */
  async retry(): Promise<void> {
    if (!this.unanswered || this.state.busy) return;
    this.mark('sending');
    await this.deliver(this.unanswered);
  }

  /** Deletes the session at the server and everything shown. */
  async forget(): Promise<void> {
    const sessionId = this.parts.memory.load();
    await this.guard(async () => {
      if (sessionId) await this.parts.client.deleteSession({ sessionId });
      this.leaveSession();
    });
  }

  /** Says whether the answer of `turn` helped. */
  async rate(turn: number, helpful: boolean): Promise<void> {
    const rating = helpful ? Rating.RATING_HELPFUL : Rating.RATING_NOT_HELPFUL;
    this.update({
      entries: this.state.entries.map((entry) =>
        entry.kind === 'assistant' && entry.turn === turn
          ? { ...entry, rating: helpful ? 'helpful' : 'not_helpful' }
          : entry,
      ),
    });
    try {
      await this.parts.client.submitFeedback({
        sessionId: this.parts.memory.load(),
        turn,
        rating,
        comment: '',
      });
    } catch {
      // A lost verdict is not worth an error message to someone who worries.
    }
  }

  private async sendRequest(
    input: Partial<SendMessageRequest>,
    shown: string,
  ): Promise<void> {
    if (this.state.busy) return;
    const request: SendMessageRequest = {
      assistant: this.parts.assistant,
      sessionId: this.parts.memory.load(),
      requestId: this.parts.makeId(),
      text: '',
      optionIds: [],
      event: VisitorEvent.EVENT_UNSPECIFIED,
      languageCode: this.parts.language,
      channel: 'web',
      includeTrace: false,
      ...input,
    };
    this.unanswered = request;
    if (shown) this.add({
      kind: 'visitor',
      key: request.requestId,
      text: shown,
      time: this.parts.now(),
      state: 'sending',
    });
    await this.deliver(request);
  }

  private async deliver(request: SendMessageRequest): Promise<void> {
    await this.guard(async () => {
      const response = await this.parts.client.send(request);
      this.unanswered = null;
      this.mark('sent');
      this.take(request, response);
    });
    if (this.state.problem) this.mark('failed');
  }

  private take(request: SendMessageRequest, response: SendMessageResponse): void {
    const fresh = response.sessionId !== request.sessionId;
    if (request.sessionId && !response.sessionId) {
      // Forgotten on request: only the receipt is left to show.
      this.leaveSession();
    } else if (fresh) {
      this.parts.memory.save(response.sessionId);
    }
    if (request.event === VisitorEvent.EVENT_RESTART) this.update({ entries: [] });
    if (response.reply) {
      this.add({
        kind: 'assistant',
        key: response.requestId + ':reply',
        turn: response.turn,
        reply: response.reply,
        time: this.parts.now(),
      });
    }
    this.tabs?.tell('changed');
  }

  private leaveSession(): void {
    this.parts.memory.clear();
    this.unanswered = null;
    this.update({ entries: [], problem: null });
    this.tabs?.tell('forgotten');
  }

  private async history(sessionId: string): Promise<Entry[]> {
    const entries: Entry[] = [];
    let pageToken = '';
    do {
      const page = await this.parts.client.listTurns({ sessionId, pageSize, pageToken });
      for (const turn of page.turns) entries.push(...entriesOf(turn));
      pageToken = page.nextPageToken;
    } while (pageToken);
    return entries;
  }

  /** Runs `action`; what fails becomes a problem to show, never a rejection. */
  private async guard(action: () => Promise<void>): Promise<void> {
    this.update({ busy: true, problem: null });
    try {
      await action();
      this.update({ busy: false });
    } catch (error) {
      this.update({ busy: false, problem: problemOf(error) });
    }
  }

  private mark(state: 'sending' | 'sent' | 'failed'): void {
    const entries = [...this.state.entries];
    const last = entries[entries.length - 1];
    if (last?.kind !== 'visitor') return;
    entries[entries.length - 1] = { ...last, state };
    this.update({ entries });
  }

  private add(entry: Entry): void {
    this.update({ entries: [...this.state.entries, entry] });
  }

  private update(change: Partial<ConversationState>): void {
    this.state = { ...this.state, ...change };
    this.changed();
  }
}

function entriesOf(turn: Turn): Entry[] {
  const time = turn.createTime ?? new Date(0);
  const entries: Entry[] = [];
  if (turn.input) {
    entries.push({
      kind: 'visitor',
      key: `${turn.turn}:input`,
      text: turn.input,
      time,
      state: 'sent',
    });
  }
  if (turn.reply) {
    const entry: AssistantEntry = {
      kind: 'assistant',
      key: `${turn.turn}:reply`,
      turn: turn.turn,
      reply: turn.reply,
      time,
    };
    entries.push(entry);
  }
  return entries;
}

function problemOf(error: unknown): Problem {
  if (!(error instanceof RpcError)) return 'unreachable';
  if (error.code === Code.INVALID_ARGUMENT) return 'refused';
  return 'unreachable';
}
