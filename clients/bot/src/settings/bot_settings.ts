import { usualWords, type Words } from '../core/words.js';
import type { Section, Values } from './values.js';

/** [server]: where answers come from. */
export const serverSection: Section = {
  address: { kind: 'text', usual: 'localhost:50051', help: 'host:port of gRPC' },
  assistant: { kind: 'text', usual: '', help: 'which assistant; empty: the default' },
  tls: { kind: 'flag', usual: 'false', help: 'whether the port is encrypted' },
  tls_roots: { kind: 'text', usual: '', help: 'PEM file that vouches for it' },
  deadline_seconds: { kind: 'number', usual: '10', help: 'longest call' },
};

/** [bot]: everything that holds for all channels. */
export const botSection: Section = {
  data: { kind: 'text', usual: 'bot-data', help: 'folder for what is kept' },
  key: { kind: 'secret', usual: '', help: 'for hashes of ids; else made and kept' },
  listen: { kind: 'text', usual: '127.0.0.1:8090', help: 'where platforms call' },
  health: { kind: 'text', usual: '127.0.0.1:8091', help: 'health and metrics' },
  max_body_bytes: { kind: 'number', usual: '262144', help: 'longest update' },
  burst: { kind: 'number', usual: '20', help: 'messages of a person at once' },
  per_minute: { kind: 'number', usual: '20', help: 'messages of a person over time' },
  max_waiting: { kind: 'number', usual: '50', help: 'waiting messages of a chat' },
  away_after_seconds: { kind: 'number', usual: '5', help: 'until people are told' },
  answer_within_seconds: { kind: 'number', usual: '86400', help: 'then it is too late' },
  stop_within_seconds: { kind: 'number', usual: '10', help: 'to finish when stopped' },
  forget_after_days: { kind: 'number', usual: '7', help: 'conversations not used' },
};

/** [words]: what the bot says itself. */
export const wordsSection: Section = Object.fromEntries(
  Object.entries(usualWords).map(([name, usual]) => [
    name,
    { kind: 'text', usual: usual as string, help: 'a sentence' },
  ]),
);

export function wordsOf(values: Values): Words {
  const words: Record<keyof Words, string> = { ...usualWords };
  for (const name of Object.keys(usualWords) as (keyof Words)[]) {
    words[name] = values.text(name);
  }
  return words;
}

/** "host:port", as in bot.listen. */
export function hostAndPort(text: string): { host: string; port: number } {
  const at = text.lastIndexOf(':');
  return {
    host: text.slice(0, at).replace(/^\[|\]$/gu, ''),
    port: Number(text.slice(at + 1)),
  };
}
