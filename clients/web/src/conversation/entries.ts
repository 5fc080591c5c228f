import type { Reply } from '../generated/quiver/v1/assistant.js';

/** What a visitor sent. */
export interface VisitorEntry {
  readonly kind: 'visitor';
  readonly key: string;
  readonly text: string;
  readonly time: Date;
  readonly state: 'sending' | 'sent' | 'failed';
}

/** What the assistant replied. */
export interface AssistantEntry {
  readonly kind: 'assistant';
  readonly key: string;
  readonly turn: number;
  readonly reply: Reply;
  readonly time: Date;
  readonly rating?: 'helpful' | 'not_helpful';
}

export type Entry = VisitorEntry | AssistantEntry;

/** The last reply, when nothing was said after it: its options still hold. */
export function openReply(entries: readonly Entry[]): Reply | null {
  const last = entries[entries.length - 1];
  return last?.kind === 'assistant' ? last.reply : null;
}
