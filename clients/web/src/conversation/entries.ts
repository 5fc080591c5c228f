import {
  Rating,
  type Option,
  type Reply,
  type SendMessageRequest,
  type Turn,
} from '../generated/quiver/v1/assistant.js';
import type { Problem } from './problem.js';

/** What the visitor may send: a text, options, or an event. */
export type MessageInput = Partial<
  Pick<SendMessageRequest, 'text' | 'optionIds' | 'event'>
>;

/** What a visitor sent. */
export interface VisitorEntry {
  readonly kind: 'visitor';
  /** The request id while it is on its way. */
  readonly key: string;
  readonly text: string;
  readonly time: Date;
  readonly state: 'sending' | 'sent' | 'failed';
  /** Why it failed. */
  readonly problem?: Problem;
  /** What to send again; of what the server knows there is no need. */
  readonly input?: MessageInput;
}

/** What the assistant replied. */
export interface AssistantEntry {
  readonly kind: 'assistant';
  readonly key: string;
  readonly turn: number;
  readonly reply: Reply;
  readonly time: Date;
}

export type Entry = VisitorEntry | AssistantEntry;

/** The last reply, when nothing was said after it: its options still hold. */
export function openReply(entries: readonly Entry[]): Reply | null {
  const last = entries[entries.length - 1];
  return last?.kind === 'assistant' ? last.reply : null;
}

/** Options as the visitor's words. */
export function labelsOf(options: readonly Option[]): string {
  return options.map((option) => option.label).join(', ');
}

export function replyEntry(
  turn: number,
  reply: Reply,
  requestId: string,
  time: Date,
): AssistantEntry {
  const key = `${turn ? String(turn) : requestId}:reply`;
  return { kind: 'assistant', key, turn, reply, time };
}

/**
 * The entries of turns that the server has, from the last restart on: that
 * turn has a reply and no words of the visitor.
 */
export function entriesOf(turns: readonly Turn[]): Entry[] {
  let start = turns.length - 1;
  while (start > 0 && turns[start]?.input) start -= 1;
  return turns.slice(Math.max(start, 0)).flatMap(entriesOfTurn);
}

/** Verdicts that the server has: whether an answer helped, by turn. */
export function ratingsOf(turns: readonly Turn[]): Map<number, boolean> {
  const ratings = new Map<number, boolean>();
  for (const { turn, feedback } of turns) {
    if (feedback) ratings.set(turn, feedback.rating === Rating.RATING_HELPFUL);
  }
  return ratings;
}

function entriesOfTurn(turn: Turn): Entry[] {
  const time = turn.createTime ?? new Date(0);
  const entries: Entry[] = [];
  if (turn.input) {
    const key = `${String(turn.turn)}:input`;
    entries.push({ kind: 'visitor', key, text: turn.input, time, state: 'sent' });
  }
  if (turn.reply) entries.push(replyEntry(turn.turn, turn.reply, '', time));
  return entries;
}
