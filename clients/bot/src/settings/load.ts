import { kinds } from '../channels/kinds.js';
import type { ServerSettings } from '../core/assistant.js';
import type { Words } from '../core/words.js';
import { botSection, serverSection, wordsOf, wordsSection } from './bot_settings.js';
import { SettingsReader } from './reader.js';
import { type Section, SettingsError, type Values } from './values.js';

export interface BotSettings {
  readonly server: ServerSettings;
  readonly bot: Values;
  readonly words: Words;
  /** By name; only those that are set up. */
  readonly channels: ReadonlyMap<string, Values>;
}

const sections: ReadonlyMap<string, Section> = new Map([
  ['server', serverSection],
  ['bot', botSection],
  ['words', wordsSection],
  ...kinds.map((kind): [string, Section] => [kind.name, kind.section]),
]);

/** Reads all settings.  Throws SettingsError, with everything that is wrong. */
export function loadSettings(
  file: string,
  environment: Readonly<Record<string, string | undefined>>,
): BotSettings {
  const reader = new SettingsReader(file, environment, sections);
  const wanted = kinds.filter((kind) => reader.mentions(kind.name));
  const channels = new Map(wanted.map((kind) => [kind.name, reader.section(kind.name)]));
  const server = reader.section('server');
  const bot = reader.section('bot');
  const words = wordsOf(reader.section('words'));
  reader.finish();
  if (channels.size === 0) {
    const names = kinds.map((kind) => `[${kind.name}]`).join(', ');
    throw new SettingsError([`no channel is set up: add one of the sections ${names}`]);
  }
  return { server: serverSettings(server), bot, words, channels };
}

function serverSettings(values: Values): ServerSettings {
  return {
    address: values.text('address'),
    assistant: values.text('assistant'),
    tls: values.flag('tls'),
    tlsRoots: values.text('tls_roots'),
    deadlineMs: values.number('deadline_seconds') * 1000,
  };
}
