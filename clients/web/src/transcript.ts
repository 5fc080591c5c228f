import type { ConversationState } from './conversation/conversation.js';
import type { Entry } from './conversation/entries.js';
import { download } from './download.js';
import type { Citation } from './generated/quiver/v1/assistant.js';
import type { Strings } from './strings.js';

/** The conversation as plain text, to keep or to show a doctor. */
export function transcriptText(
  name: string,
  entries: readonly Entry[],
  strings: Strings,
): string {
  return entries.map((entry) => entryText(name, entry, strings)).join('\n\n') + '\n';
}

function entryText(name: string, entry: Entry, strings: Strings): string {
  const time = entry.time.toISOString().slice(0, 16).replace('T', ' ');
  if (entry.kind === 'visitor') return `[${time}] ${strings.you}: ${entry.text}`;
  const { messages, citations } = entry.reply;
  const said = messages.map((message) => message.text).join('\n\n');
  const titles = citations.map((citation) => citationText(citation, strings));
  const sources = titles.length ? ['', `${strings.sources}:`, ...titles] : [];
  return [`[${time}] ${name}: ${said}`, ...sources].join('\n');
}

function citationText(citation: Citation, strings: Strings): string {
  const organisations = citation.sources.map((source) => source.organisation);
  const from = [...new Set(organisations)].join('; ');
  const title = from ? `${citation.title}. ${from}` : citation.title;
  return `  - ${title} (${strings.reviewed(citation.reviewed)})`;
}

/** The same as JSON, for programs. */
export function transcriptData(name: string, entries: readonly Entry[]): string {
  const turns = entries.map((entry) =>
    entry.kind === 'visitor'
      ? { from: 'visitor', time: entry.time, text: entry.text }
      : { from: 'assistant', time: entry.time, reply: entry.reply },
  );
  return JSON.stringify({ assistant: name, turns }, null, 2);
}

/** Offers the conversation to be saved as a file. */
export function saveTranscript(
  format: 'text' | 'data',
  { description, entries }: ConversationState,
  strings: Strings,
): void {
  const name = description?.name ?? '';
  if (format === 'data') {
    download('conversation.json', 'application/json', transcriptData(name, entries));
  } else {
    download('conversation.txt', 'text/plain', transcriptText(name, entries, strings));
  }
}
