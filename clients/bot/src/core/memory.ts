import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Choice, Incoming } from '../channel.js';
import { makeFolder, readJson, removeFile, writeJson } from './files.js';

/** A message that was taken over and is not answered yet. */
export interface Pending {
  readonly requestId: string;
  readonly conversation: string;
  readonly chat: string;
  readonly channel: string;
  readonly incoming: Incoming;
  /** Milliseconds since 1970. */
  readonly acceptedAt: number;
  /** Orders what was accepted in one millisecond. */
  readonly sequence: number;
  /** Parts of the answer that were sent already. */
  readonly sent: number;
}

/** What is kept of a conversation.  The words are with the server. */
export interface Conversation {
  /** The server's session; empty: none yet. */
  readonly session: string;
  /** What was offered last, in the order of its numbers. */
  readonly offered: readonly Choice[];
  /** Whether several of `offered` may be chosen together. */
  readonly several: boolean;
  /** Requests that were answered, latest last. */
  readonly answered: readonly string[];
}

const unknown: Conversation = { session: '', offered: [], several: false, answered: [] };
const remembered = 200;

/**
 * What the bot must not forget when it is stopped or killed: a file for every
 * pending message, gone once it is answered, and one for every conversation.
 * One process may use a folder.
 */
export class Memory {
  private constructor(private readonly folder: string) {}

  static async open(folder: string): Promise<Memory> {
    await makeFolder(join(folder, 'pending'));
    await makeFolder(join(folder, 'conversations'));
    return new Memory(folder);
  }

  /** Pending messages of an earlier run, oldest first. */
  async pending(): Promise<Pending[]> {
    const folder = join(this.folder, 'pending');
    const found: Pending[] = [];
    for (const name of await readdir(folder)) {
      if (!name.endsWith('.json')) continue;
      const value = (await readJson(join(folder, name))) as Pending | undefined;
      if (value !== undefined) found.push(value);
    }
    return found.sort((a, b) => a.acceptedAt - b.acceptedAt || a.sequence - b.sequence);
  }

  async keep(pending: Pending): Promise<void> {
    await writeJson(this.#pendingFile(pending.requestId), pending);
  }

  async drop(requestId: string): Promise<void> {
    await removeFile(this.#pendingFile(requestId));
  }

  async conversation(key: string): Promise<Conversation> {
    const value = (await readJson(this.#conversationFile(key))) as
      Conversation | undefined;
    return value ?? unknown;
  }

  /** Stores `now` and that `requestId` was answered; then it is not pending. */
  async answered(key: string, now: Conversation, requestId: string): Promise<void> {
    const answered = [...now.answered, requestId].slice(-remembered);
    await writeJson(this.#conversationFile(key), { ...now, answered });
    await this.drop(requestId);
  }

  /** Removes conversations that nobody used since `before`. */
  async prune(before: number): Promise<void> {
    const folder = join(this.folder, 'conversations');
    for (const name of await readdir(folder)) {
      const file = join(folder, name);
      const found = await stat(file).catch(() => null);
      if (found !== null && found.mtimeMs < before) await removeFile(file);
    }
  }

  #pendingFile(requestId: string): string {
    return join(this.folder, 'pending', `${requestId}.json`);
  }

  #conversationFile(key: string): string {
    return join(this.folder, 'conversations', `${key}.json`);
  }
}
