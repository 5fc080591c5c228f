import type { Entry } from './conversation/entries.js';
import type { Strings } from './strings.js';

/** The conversation as plain text, to keep or to show a doctor. */
export function transcriptText(
  name: string,
  entries: readonly Entry[],
  strings: Strings,
): string {
  return entries
    .map((entry) => {
      const time = entry.time.toISOString().slice(0, 16).replace('T', ' ');
      if (entry.kind === 'visitor') return `[${time}] ${strings.you}: ${entry.text}`;
      const said = entry.reply.messages.map((message) => message.text).join('\n\n');
      const titles = entry.reply.citations.map(
        (citation) => `  - ${citation.title} (${strings.reviewed(citation.reviewed)})`,
      );
      const sources = titles.length ? [`${strings.sources}:`, ...titles] : [];
      return [`[${time}] ${name}: ${said}`, ...sources].join('\n');
    })
    .join('\n\n');
}
