import { html, type TemplateResult } from 'lit';
import type { Citation, Source } from '../generated/quiver/v1/assistant.js';
import type { Strings } from '../strings.js';
import { safeUrl } from './safe_url.js';

/** Where an answer comes from, and when that was reviewed. */
export function citationsView(
  citations: readonly Citation[],
  strings: Strings,
  locale: string,
): TemplateResult {
  return html`<details part="sources">
    <summary>${strings.sources} (${citations.length})</summary>
    <ul>
      ${citations.map((citation) => citationView(citation, strings, locale))}
    </ul>
  </details>`;
}

function citationView(
  citation: Citation,
  strings: Strings,
  locale: string,
): TemplateResult {
  const marks = [
    strings.reviewed(dateText(citation.reviewed, locale)),
    citation.outdated ? strings.outdated : '',
    citation.approved ? '' : strings.draft,
  ].filter(Boolean);
  return html`<li>
    <strong>${citation.title}</strong>
    <span class="muted">${marks.join(', ')}</span>
    <ul>
      ${citation.sources.map((source) => html`<li>${sourceView(source)}</li>`)}
    </ul>
  </li>`;
}

function sourceView(source: Source): TemplateResult | string {
  const year = source.year ? ` (${String(source.year)})` : '';
  const text = `${source.organisation}: ${source.title}${year}`;
  const url = safeUrl(source.url);
  if (url === null) return text;
  return html`<a href=${url} target="_blank" rel="noopener noreferrer">${text}</a>`;
}

function dateText(date: string, locale: string): string {
  const parsed = new Date(`${date}T12:00:00`);
  return isNaN(parsed.getTime())
    ? date
    : parsed.toLocaleDateString(locale || undefined, { dateStyle: 'medium' });
}
