import { createHmac, timingSafeEqual } from 'node:crypto';
import type { Incoming } from '../channel.js';

/** Names for people, chats and messages that tell nothing about them. */
export interface Identity {
  /** The person in the chat: the conversation. */
  conversation(channel: string, incoming: Incoming): string;
  /** The chat: what is said in it is answered in order. */
  chat(channel: string, incoming: Incoming): string;
  /** The message; a request id for the server, the same on redelivery. */
  request(channel: string, incoming: Incoming): string;
}

/** Names are keyed hashes: without `key` nobody can try ids out. */
export function makeIdentity(key: string): Identity {
  const hash = (...parts: string[]): string =>
    createHmac('sha256', key).update(JSON.stringify(parts)).digest('hex').slice(0, 40);
  return {
    conversation: (channel, m) =>
      hash('conversation', channel, m.workspace, m.chat, m.person),
    chat: (channel, m) => hash('chat', channel, m.workspace, m.chat),
    request: (channel, m) => hash('request', channel, m.workspace, m.chat, m.messageId),
  };
}

/** Compares secrets in a time that does not depend on where they differ. */
export function equalSecrets(one: string, other: string): boolean {
  const digest = (text: string): Buffer =>
    createHmac('sha256', 'compare').update(text).digest();
  return timingSafeEqual(digest(one), digest(other));
}
