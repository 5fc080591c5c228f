import { html, nothing, type TemplateResult } from 'lit';
import {
  MessageKind,
  Outcome,
  Urgency,
  type Message,
  type Part,
  type Reply,
} from '../generated/quiver/v1/assistant.js';
import type { Problem } from '../conversation/problem.js';
import type { AssistantEntry, VisitorEntry } from '../conversation/entries.js';
import type { Strings } from '../strings.js';
import { citationsView } from './citations_view.js';
import { alertIcon, downIcon, upIcon } from './icons.js';
import { safeUrl } from './safe_url.js';

export interface MessageActions {
  readonly rate: (turn: number, helpful: boolean) => void;
  readonly retry: (key: string) => void;
}

function partView(part: Part): TemplateResult | typeof nothing {
  const kind = part.kind;
  if (kind?.$case === 'paragraph') return html`<p>${kind.value.text}</p>`;
  if (kind?.$case === 'list') {
    const items = kind.value.items.map((item) => html`<li>${item}</li>`);
    return kind.value.ordered
      ? html`<ol>
          ${items}
        </ol>`
      : html`<ul>
          ${items}
        </ul>`;
  }
  if (kind?.$case === 'link') {
    const url = safeUrl(kind.value.url);
    return url === null
      ? html`<p>${kind.value.label}</p>`
      : html`<p>
          <a href=${url} target="_blank" rel="noopener noreferrer">${kind.value.label}</a>
        </p>`;
  }
  return nothing;
}

const urgentLevels: readonly Urgency[] = [
  Urgency.URGENCY_SAME_DAY,
  Urgency.URGENCY_EMERGENCY,
];

/** Whether `reply` says what to do about a danger, now or today. */
export function isUrgent(reply: Reply): boolean {
  return reply.outcome === Outcome.OUTCOME_SAFETY && urgentLevels.includes(reply.urgency);
}

function messageView(
  message: Message,
  strings: Strings,
  urgency: Urgency,
): TemplateResult {
  const parts = message.parts.length
    ? message.parts.map(partView)
    : html`<p>${message.text}</p>`;
  if (message.kind === MessageKind.MESSAGE_KIND_SAFETY) {
    const level = urgentLevels.includes(urgency) ? 'danger' : 'caution';
    return html`<div class="bubble ${level}" part="message ${level}">
      ${alertIcon}
      <div><span class="hidden">${strings.urgent}: </span>${parts}</div>
    </div>`;
  }
  const kind = message.kind === MessageKind.MESSAGE_KIND_REMARK ? 'remark' : 'said';
  return html`<div class="bubble ${kind}" part="message ${kind}">${parts}</div>`;
}

function timeView(time: Date, locale: string): TemplateResult {
  const today = time.toDateString() === new Date().toDateString();
  const text = time.toLocaleString(locale || undefined, {
    timeStyle: 'short',
    ...(!today && { dateStyle: 'medium' }),
  });
  return html`<time datetime=${time.toISOString()}>${text}</time>`;
}

/** Whether an answer helped. */
export interface Verdict {
  /** What the server has; null: nothing. */
  readonly rating: boolean | null;
  /** Whether the last one did not reach it. */
  readonly unheard: boolean;
}

function ratingView(
  turn: number,
  { rating, unheard }: Verdict,
  strings: Strings,
  actions: MessageActions,
): TemplateResult {
  const button = (helpful: boolean): TemplateResult =>
    html`<button
      class="quiet"
      aria-label=${helpful ? strings.helpful : strings.notHelpful}
      aria-pressed=${rating === helpful ? 'true' : 'false'}
      @click=${(): void => {
        actions.rate(turn, helpful);
      }}
    >
      ${helpful ? upIcon : downIcon}
    </button>`;
  const thanks = rating === null ? '' : strings.rated;
  return html`<span class="rating" part="rating">
    ${button(true)}${button(false)}
    <span class="muted" role="status">${unheard ? strings.notRated : thanks}</span>
  </span>`;
}

/** In whose name and language a message is shown. */
export interface Speaker {
  readonly name: string;
  readonly strings: Strings;
  readonly locale: string;
}

/**
 * A reply with its sources.  `verdict`: on it; undefined when none can be given.
 */
export function assistantEntryView(
  { key, reply, turn, time }: AssistantEntry,
  { name, strings, locale }: Speaker,
  verdict: Verdict | undefined,
  actions: MessageActions,
): TemplateResult {
  const { messages, citations, urgency } = reply;
  const asksVerdict = turn && citations.length && !isUrgent(reply);
  return html`<article class="entry assistant" tabindex="-1" data-key=${key}>
    <span class="hidden">${name}: </span>
    ${messages.map((message) => messageView(message, strings, urgency))}
    ${citations.length ? citationsView(citations, strings, locale) : nothing}
    <footer>
      ${timeView(time, locale)}
      ${asksVerdict && verdict ? ratingView(turn, verdict, strings, actions) : nothing}
    </footer>
  </article>`;
}

/** What the visitor said. */
export function visitorEntryView(
  entry: VisitorEntry,
  strings: Strings,
  locale: string,
  actions: MessageActions,
): TemplateResult {
  return html`<article class="entry visitor" tabindex="-1" data-key=${entry.key}>
    <span class="hidden">${strings.you}: </span>
    <div class="bubble own" part="message own"><p>${entry.text}</p></div>
    <footer>${timeView(entry.time, locale)}</footer>
    ${entry.problem ? failureView(entry.key, entry.problem, strings, actions) : nothing}
  </article>`;
}

function failureView(
  key: string,
  problem: Problem,
  strings: Strings,
  actions: MessageActions,
): TemplateResult {
  return html`<div class="failure" part="error" role="alert">
    ${problem.text || strings.problems[problem.kind]}
    ${
      problem.kind === 'refused'
        ? nothing
        : html`<button
            class="text"
            @click=${(): void => {
              actions.retry(key);
            }}
          >
            ${strings.retry}
          </button>`
    }
  </div>`;
}
