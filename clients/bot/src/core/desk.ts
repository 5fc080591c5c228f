import type { Accept, Channel, Incoming } from '../channel.js';
import { type Log, reason } from '../ops/log.js';
import type { Ending, Metrics } from '../ops/metrics.js';
import { renderPlain } from '../render/render.js';
import { AskError } from './assistant.js';
import { ChatQueues } from './chat_queues.js';
import type { Delivery } from './delivery.js';
import type { Identity } from './identity.js';
import type { Conversation, Memory, Pending } from './memory.js';
import { type Patience, Stopped, pauseMs, wait } from './patience.js';
import type { RateLimit } from './rate_limit.js';
import type { Turn, Turns } from './turns.js';
import type { Words } from './words.js';

export interface DeskSettings {
  /** Failing for so long, the server counts as away, and people are told. */
  readonly awayAfterMs: number;
  /** What could not be answered for so long is given up. */
  readonly answerWithinMs: number;
  /** Messages of one chat that may wait. */
  readonly maxWaiting: number;
  readonly patience: Patience;
}

export interface DeskParts {
  readonly identity: Identity;
  readonly memory: Memory;
  readonly turns: Turns;
  readonly delivery: Delivery;
  readonly rates: RateLimit;
  readonly words: Words;
  readonly log: Log;
  readonly metrics: Metrics;
  /** Aborted: what is under way stays pending and ends. */
  readonly stop: AbortSignal;
}

/**
 * Takes messages over and sees to it that each is answered once: from the disk
 * on, through outages of the server and of the platform, and restarts.
 */
export class Desk {
  readonly #queues = new ChatQueues();
  /** Messages that are not answered yet: when they are safe on disk. */
  readonly #kept = new Map<string, Promise<void>>();
  readonly #told = new Set<string>();
  #sequence = 0;
  #closed = false;

  constructor(
    private readonly parts: DeskParts,
    private readonly settings: DeskSettings,
  ) {}

  /** Messages that are not answered yet. */
  get pending(): number {
    return this.#kept.size;
  }

  /** Goes on with what an earlier run left. */
  async resume(channels: ReadonlyMap<string, Channel>): Promise<void> {
    for (const pending of await this.parts.memory.pending()) {
      const channel = channels.get(pending.channel);
      if (channel !== undefined) this.#enqueue(channel, pending, Promise.resolve());
    }
  }

  /** What `channel` calls with its messages; rejects once the desk is closed. */
  accepting(channel: Channel): Accept {
    return async (incoming) => {
      if (this.#closed) throw new Stopped();
      const requestId = this.parts.identity.request(channel.name, incoming);
      const known = this.#kept.get(requestId);
      if (known !== undefined) {
        this.#count(channel.name, 'duplicate');
        await known;
        return;
      }
      await this.#takeOver(channel, incoming, requestId);
    };
  }

  /** Takes nothing more over. */
  close(): void {
    this.#closed = true;
  }

  /** Resolves when all is answered, or given up because of `stop`. */
  idle(): Promise<void> {
    return this.#queues.idle();
  }

  async #takeOver(
    channel: Channel,
    incoming: Incoming,
    requestId: string,
  ): Promise<void> {
    const { identity, memory, metrics } = this.parts;
    const chat = identity.chat(channel.name, incoming);
    if (this.#queues.waiting(chat) >= this.settings.maxWaiting) {
      this.#count(channel.name, 'limited');
      return;
    }
    const pending: Pending = {
      requestId,
      conversation: identity.conversation(channel.name, incoming),
      chat,
      channel: channel.name,
      incoming,
      acceptedAt: Date.now(),
      sequence: this.#sequence++,
      sent: 0,
    };
    metrics.accepted.inc({ channel: channel.name });
    const kept = memory.keep(pending);
    this.#enqueue(channel, pending, kept);
    await kept;
  }

  /** Its place in the queue is taken at once, whenever `kept` is settled. */
  #enqueue(channel: Channel, pending: Pending, kept: Promise<void>): void {
    this.#kept.set(pending.requestId, kept);
    this.#queues.add(pending.chat, async () => {
      try {
        await kept;
        this.#count(channel.name, await this.#answer(channel, pending));
        this.parts.metrics.answerSeconds.observe(
          { channel: channel.name },
          (Date.now() - pending.acceptedAt) / 1000,
        );
      } catch (error) {
        if (!(error instanceof Stopped)) {
          this.parts.log.error('message kept for later', { reason: reason(error) });
        }
      } finally {
        this.#kept.delete(pending.requestId);
      }
    });
  }

  async #answer(channel: Channel, pending: Pending): Promise<Ending> {
    const { memory, rates } = this.parts;
    const before = await memory.conversation(pending.conversation);
    if (before.answered.includes(pending.requestId)) {
      await memory.drop(pending.requestId);
      return 'duplicate';
    }
    const verdict = rates.take(pending.conversation, pending.acceptedAt);
    if (verdict !== 'allowed') return this.#limit(channel, pending, before, verdict);
    const turn = await this.#turn(channel, pending, before);
    if (turn === null) {
      await memory.drop(pending.requestId);
      return 'expired';
    }
    const delivered = await this.#deliver(channel, pending, turn);
    await memory.answered(pending.conversation, turn.after, pending.requestId);
    return delivered ? 'answered' : 'undeliverable';
  }

  #deliver(channel: Channel, pending: Pending, turn: Turn): Promise<boolean> {
    const { delivery, memory } = this.parts;
    const { address } = pending.incoming;
    return delivery.deliver(channel, address, turn.messages, pending.sent, (sent) =>
      memory.keep({ ...pending, sent }),
    );
  }

  async #limit(
    channel: Channel,
    pending: Pending,
    before: Conversation,
    verdict: 'first refusal' | 'refused',
  ): Promise<Ending> {
    if (verdict === 'first refusal')
      await this.#say(channel, pending, this.parts.words.limited);
    await this.parts.memory.answered(pending.conversation, before, pending.requestId);
    return 'limited';
  }

  /** Asks until there is an answer; null: it came too late for one. */
  async #turn(
    channel: Channel,
    pending: Pending,
    before: Conversation,
  ): Promise<Turn | null> {
    const { turns, stop, log, metrics } = this.parts;
    const began = Date.now();
    const typing = keepTyping(channel, pending);
    try {
      for (let failures = 1; ; failures++) {
        if (stop.aborted) throw new Stopped();
        try {
          const turn = await turns.take(pending, before, channel);
          this.#told.delete(pending.chat);
          return turn;
        } catch (error) {
          if (!(error instanceof AskError)) throw error;
          metrics.askFailures.inc({ code: error.code });
          log.warning('server failed', { code: error.code, reason: error.message });
        }
        const now = Date.now();
        if (now - pending.acceptedAt > this.settings.answerWithinMs) return null;
        if (now - began >= this.settings.awayAfterMs)
          await this.#tellAway(channel, pending);
        await wait(pauseMs(failures, this.settings.patience), stop);
      }
    } finally {
      clearInterval(typing);
    }
  }

  /** Once for each chat and outage. */
  async #tellAway(channel: Channel, pending: Pending): Promise<void> {
    if (this.#told.has(pending.chat)) return;
    this.#told.add(pending.chat);
    await this.#say(channel, pending, this.parts.words.away);
  }

  async #say(channel: Channel, pending: Pending, sentence: string): Promise<void> {
    const messages = renderPlain([sentence], channel, `${pending.requestId}-note`);
    const { address } = pending.incoming;
    await this.parts.delivery.deliver(channel, address, messages, 0, async () => {});
  }

  #count(channel: string, ending: Ending): void {
    this.parts.metrics.ended.inc({ channel, ending });
    this.parts.metrics.pending.set(this.#kept.size);
  }
}

/** Platforms show "is typing" for about five seconds. */
function keepTyping(channel: Channel, pending: Pending): NodeJS.Timeout {
  const show = (): void => {
    channel.typing(pending.incoming.address).catch(() => undefined);
  };
  show();
  return setInterval(show, 4_000);
}
