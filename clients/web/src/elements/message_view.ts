import { html, nothing, type TemplateResult } from 'lit';
import {
  MessageKind,
  Urgency,
  type Citation,
  type Message,
  type Part,
} from '../generated/quiver/v1/assistant.js';
import type { AssistantEntry, VisitorEntry } from '../conversation/entries.js';
import type { Strings } from '../strings.js';
import { alertIcon, downIcon, upIcon } from './icons.js';

export interface MessageActions {
  readonly rate: (turn: number, helpful: boolean) => void;
  readonly retry: () => void;
}

const safeSchemes = ['https:', 'mailto:', 'tel:'];

/** The address of a link, or null when it is of a kind that is not followed. */
export function safeUrl(url: string): string | null {
  try {
    const parsed = new URL(url);
    return safeSchemes.includes(parsed.protocol) ? parsed.href : null;
  } catch {
    return null;
  }
}

function partView(part: Part): TemplateResult | typeof nothing {
  const kind = part.kind;
  if (kind?.$case === 'paragraph') return html`<p>${kind.value.text}</p>`;
  if (kind?.$case === 'list') {
    const items = kind.value.items.map((item) => html`<li>${item}</li>`);
    return kind.value.ordered ? html`<ol>${items}</ol>` : html`<ul>${items}</ul>`;
  }
  if (kind?.$case === 'link') {
    const url = safeUrl(kind.value.url);
    return url === null
      ? html`<p>${kind.value.label}</p>`
      : html`<p>
          <a href=${url} target="_blank" rel="noopener noreferrer"
            >${kind.value.label}</a
          >
        </p>`;
  }
  return nothing;
}

function messageView(message: Message, strings: Strings, urgency: Urgency): TemplateResult {
  const parts = message.parts.length
    ? message.parts.map(partView)
    : html`<p>${message.text}</p>`;
  if (message.kind === MessageKind.MESSAGE_KIND_SAFETY) {
    const level =
      urgency === Urgency.URGENCY_EMERGENCY || urgency === Urgency.URGENCY_SAME_DAY
        ? 'danger'
        : 'caution';
    return html`<div class="bubble ${level}" part="message ${level}">
      ${alertIcon}
      <div><span class="hidden">${strings.urgent}: </span>${parts}</div>
    </div>`;
  }
  const kind = message.kind === MessageKind.MESSAGE_KIND_REMARK ? 'remark' : 'said';
  return html`<div class="bubble ${kind}" part="message ${kind}">${parts}</div>`;
}

function citationView(citation: Citation, strings: Strings, locale: string): TemplateResult {
  const marks = [
    strings.reviewed(dateText(citation.reviewed, locale)),
    citation.outdated ? strings.outdated : '',
    citation.approved ? '' : strings.draft,
  ].filter(Boolean);
  return html`<li>
    <strong>${citation.title}</strong>
    <span class="muted">${marks.join(', ')}</span>
    <ul>
      ${citation.sources.map((source) => {
        const year = source.year ? ` (${source.year})` : '';
        const text = `${source.organisation}: ${source.title}${year}`;
        const url = safeUrl(source.url);
        return html`<li>
          ${url === null
            ? text
            : html`<a href=${url} target="_blank" rel="noopener noreferrer">${text}</a>`}
        </li>`;
      })}
    </ul>
  </li>`;
}

function dateText(date: string, locale: string): string {
  const parsed = new Date(date + 'T12:00:00');
  return isNaN(parsed.getTime())
    ? date
    : parsed.toLocaleDateString(locale || undefined, { dateStyle: 'medium' });
}

function timeView(time: Date, locale: string): TemplateResult {
  return html`<time datetime=${time.toISOString()}
    >${time.toLocaleTimeString(locale || undefined, { timeStyle: 'short' })}</time
  >`;
}

function ratingView(
  entry: AssistantEntry,
  strings: Strings,
  actions: MessageActions,
): TemplateResult | typeof nothing {
  if (!entry.turn || !entry.reply.citations.length) return nothing;
  const button = (helpful: boolean): TemplateResult =>
    html`<button
      class="quiet"
      aria-label=${helpful ? strings.helpful : strings.notHelpful}
      aria-pressed=${String(entry.rating === (helpful ? 'helpful' : 'not_helpful'))}
      @click=${(): void => actions.rate(entry.turn, helpful)}
    >
      ${helpful ? upIcon : downIcon}
    </button>`;
  return html`<span class="rating">
    ${button(true)}${button(false)}
    ${entry.rating ? html`<span class="muted" role="status">${strings.rated}</span>` : nothing}
  </span>`;
}

/** A reply with its sources. */
export function assistantEntryView(
  entry: AssistantEntry,
  name: string,
  strings: Strings,
  locale: string,
  actions: MessageActions,
): TemplateResult {
  const { reply } = entry;
  return html`<article class="entry assistant" tabindex="-1">
    <span class="hidden">${name}: </span>
    ${reply.messages.map((message) => messageView(message, strings, reply.urgency))}
    ${reply.citations.length
      ? html`<details part="sources">
          <summary>${strings.sources} (${reply.citations.length})</summary>
          <ul>
            ${reply.citations.map((c) => citationView(c, strings, locale))}
          </ul>
        </details>`
      : nothing}
    <footer>${timeView(entry.time, locale)} ${ratingView(entry, strings, actions)}</footer>
  </article>`;
}

/** What the visitor said. */
export function visitorEntryView(
  entry: VisitorEntry,
  strings: Strings,
  locale: string,
  problem: string | null,
  actions: MessageActions,
): TemplateResult {
  return html`<article class="entry visitor" tabindex="-1">
    <span class="hidden">${strings.you}: </span>
    <div class="bubble own" part="message own"><p>${entry.text}</p></div>
    <footer>${timeView(entry.time, locale)}</footer>
    ${entry.state === 'failed'
      ? html`<div class="failure" role="alert">
          ${problem ?? strings.problems.unreachable}
          <button class="text" @click=${actions.retry}>${strings.retry}</button>
        </div>`
      : nothing}
  </article>`;
}
