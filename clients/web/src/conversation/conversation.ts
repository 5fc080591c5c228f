import {
  Event as VisitorEvent,
  Rating,
  type DescribeAssistantResponse,
  type Option,
  type Reply,
  type SendMessageResponse,
} from '../generated/quiver/v1/assistant.js';
import type { AssistantClient } from '../rpc/assistant_client.js';
import { Code, RpcError } from '../rpc/rpc_error.js';
import {
  entriesOf,
  labelsOf,
  ratingsOf,
  replyEntry,
  type Entry,
  type MessageInput,
  type VisitorEntry,
} from './entries.js';
import { fetchTurns } from './history.js';
import { withPatience, type Patience } from './patience.js';
import { problemOf, type Problem } from './problem.js';
import type { SessionMemory } from './session_memory.js';
import type { Tabs } from './tabs.js';

/** What the page shows. */
export interface ConversationState {
  readonly description: DescribeAssistantResponse | null;
  readonly entries: readonly Entry[];
  readonly busy: boolean;
  /** Of something that is not a message: opening, starting over, forgetting. */
  readonly problem: Problem | null;
  /** Verdicts on answers, by turn. */
  readonly ratings: ReadonlyMap<number, boolean>;
  /** Turns whose last verdict did not reach the server. */
  readonly unheard: ReadonlySet<number>;
  /** Whether the server takes verdicts, as far as is known. */
  readonly ratable: boolean;
}

export interface ConversationParts {
  readonly client: AssistantClient;
  readonly memory: SessionMemory;
  readonly tabs: Tabs;
  readonly patience: Patience;
  readonly assistant: string;
  readonly language: () => string;
  /** Makes request ids: unguessable. */
  readonly makeId: () => string;
  readonly now: () => Date;
}

export interface ConversationListener {
  /** The state is another. */
  changed(): void;
  /** A reply arrived just now. */
  replied(reply: Reply): void;
  failed(problem: Problem): void;
}

/**
 * One conversation with an assistant: what was said, what is under way, and
 * what went wrong.  Knows nothing of how it looks.  Actions run one after the
 * other, in the order they were asked for; none rejects.
 */
export class Conversation {
  state: ConversationState = {
    description: null,
    entries: [],
    busy: false,
    problem: null,
    ratings: new Map(),
    unheard: new Set(),
    ratable: true,
  };

  private last: Promise<void> = Promise.resolve();
  private waiting = 0;
  private failedAction: (() => Promise<void>) | null = null;

  constructor(
    private readonly parts: ConversationParts,
    private readonly listener: ConversationListener,
  ) {
    parts.tabs.hear((sessionId) => {
      if (sessionId) parts.memory.save(sessionId);
      else parts.memory.clear();
      this.last = this.last.then(() => this.restore()).catch(() => undefined);
    });
  }

  /** Fetches the greeting, and what was said before. */
  open(): Promise<void> {
    return this.run(async () => {
      const description = await this.patiently(() =>
        this.parts.client.describe({
          assistant: this.parts.assistant,
          languageCode: this.parts.language(),
        }),
      );
      this.update({ description });
      await this.restore();
    });
  }

  /** Sends what was typed. */
  send(text: string): Promise<void> {
    return this.post({ text }, text);
  }

  /** Sends options that were chosen. */
  choose(options: readonly Option[]): Promise<void> {
    return this.post({ optionIds: options.map((o) => o.optionId) }, labelsOf(options));
  }

  restart(): Promise<void> {
    const requestId = this.parts.makeId();
    return this.run(async () => {
      const event = VisitorEvent.EVENT_RESTART;
      const response = await this.request(requestId, { event });
      this.update({ entries: [] });
      this.take(response);
    });
  }

  /** Sends a message that failed once more, under the same request id. */
  retry(key: string): Promise<void> {
    const entry = this.visitorEntry(key);
    if (entry?.state !== 'failed') return Promise.resolve();
    this.update({ entries: [...this.state.entries.filter((e) => e !== entry), entry] });
    this.change(key, 'sending');
    return this.deliver(key, entry.input ?? {});
  }

  /** Tries what failed again: messages, and the action that `problem` is of. */
  async retryAll(): Promise<void> {
    if (this.state.problem && this.failedAction) await this.run(this.failedAction);
    const failed = this.state.entries.filter(
      (entry) => entry.kind === 'visitor' && entry.problem?.kind === 'unreachable',
    );
    await Promise.all(failed.map((entry) => this.retry(entry.key)));
  }

  /** Deletes the session at the server and everything shown. */
  forget(): Promise<void> {
    return this.run(async () => {
      const sessionId = this.parts.memory.load();
      if (sessionId) {
        await this.patiently(() => this.parts.client.deleteSession({ sessionId }));
      }
      this.leaveSession();
    });
  }

  /** Says whether the answer of `turn` helped; thanks come with the receipt. */
  async rate(turn: number, helpful: boolean): Promise<void> {
    const rating = helpful ? Rating.RATING_HELPFUL : Rating.RATING_NOT_HELPFUL;
    const sessionId = this.parts.memory.load();
    try {
      await this.parts.client.submitFeedback({ sessionId, turn, rating, comment: '' });
      this.update({ ratings: new Map(this.state.ratings).set(turn, helpful) });
      this.hear(turn, true);
    } catch (error) {
      // Said beside the thumbs: not worth an alarm to someone who worries.
      const never = error instanceof RpcError && error.code === Code.UNIMPLEMENTED;
      if (never) this.update({ ratable: false });
      else this.hear(turn, false);
    }
  }

  close(): void {
    this.parts.tabs.close();
  }

  private hear(turn: number, heard: boolean): void {
    const unheard = new Set(this.state.unheard);
    if (heard) unheard.delete(turn);
    else unheard.add(turn);
    this.update({ unheard });
  }

  private post(input: MessageInput, text: string): Promise<void> {
    const key = this.parts.makeId();
    const time = this.parts.now();
    this.add({ kind: 'visitor', key, text, time, state: 'sending', input });
    return this.deliver(key, input);
  }

  private deliver(key: string, input: MessageInput): Promise<void> {
    return this.run(async () => {
      try {
        const response = await this.request(key, input);
        this.change(key, 'sent');
        this.take(response);
      } catch (error) {
        const problem = problemOf(error);
        this.change(key, 'failed', problem);
        this.listener.failed(problem);
      }
    });
  }

  /** The session is the one of now: an earlier message may have begun it. */
  private request(requestId: string, input: MessageInput): Promise<SendMessageResponse> {
    const request = {
      assistant: this.parts.assistant,
      sessionId: this.parts.memory.load(),
      requestId,
      text: '',
      optionIds: [],
      event: VisitorEvent.EVENT_UNSPECIFIED,
      languageCode: this.parts.language(),
      channel: 'web',
      includeTrace: false,
      ...input,
    };
    return this.patiently(() => this.parts.client.send(request));
  }

  private take(response: SendMessageResponse): void {
    const before = this.parts.memory.load();
    // No session any more: forgotten on request, only the receipt is left.
    if (before && !response.sessionId) this.leaveSession();
    else if (response.sessionId !== before) this.parts.memory.save(response.sessionId);
    if (response.reply) {
      const { turn, reply, requestId } = response;
      this.add(replyEntry(turn, reply, requestId, this.parts.now()));
      this.listener.replied(reply);
    }
    this.parts.tabs.tell(this.parts.memory.load());
  }

  /** Shows what the server has of the session, and what it has not got yet. */
  private async restore(): Promise<void> {
    const sessionId = this.parts.memory.load();
    const turns = sessionId
      ? await this.patiently(() => fetchTurns(this.parts.client, sessionId))
      : null;
    if (sessionId && !turns) this.parts.memory.clear();
    const unsent = this.state.entries.filter(
      (entry) => entry.kind === 'visitor' && entry.state !== 'sent',
    );
    this.update({
      entries: [...entriesOf(turns ?? []), ...unsent],
      ratings: ratingsOf(turns ?? []),
    });
  }

  private leaveSession(): void {
    this.parts.memory.clear();
    this.update({ entries: [], ratings: new Map(), unheard: new Set() });
    this.parts.tabs.tell('');
  }

  private patiently<T>(call: () => Promise<T>): Promise<T> {
    return withPatience(call, this.parts.patience);
  }

  /** Runs `action` after those before; what it throws is a problem to show. */
  private run(action: () => Promise<void>): Promise<void> {
    this.waiting += 1;
    this.update({ busy: true });
    this.last = this.last.then(() => this.attempt(action));
    return this.last;
  }

  private async attempt(action: () => Promise<void>): Promise<void> {
    let problem: Problem | null = null;
    this.failedAction = null;
    try {
      await action();
    } catch (error) {
      problem = problemOf(error);
      this.failedAction = action;
      this.listener.failed(problem);
    }
    this.waiting -= 1;
    this.update({ busy: this.waiting > 0, problem });
  }

  private visitorEntry(key: string): VisitorEntry | undefined {
    return this.state.entries.find(
      (entry): entry is VisitorEntry => entry.kind === 'visitor' && entry.key === key,
    );
  }

  private change(key: string, state: VisitorEntry['state'], problem?: Problem): void {
    const entries = this.state.entries.map((entry) => {
      if (entry.kind !== 'visitor' || entry.key !== key) return entry;
      const { kind, key: same, text, time, input } = entry;
      const kept = { kind, key: same, text, time, ...(input && { input }) };
      return { ...kept, state, ...(problem && { problem }) };
    });
    this.update({ entries });
  }

  private add(entry: Entry): void {
    this.update({ entries: [...this.state.entries, entry] });
  }

  private update(change: Partial<ConversationState>): void {
    this.state = { ...this.state, ...change };
    this.listener.changed();
  }
}
