import { messageAfterKey } from './panel_keys.js';

const marginPx = 12;

function entriesIn(log: Element): HTMLElement[] {
  return [...log.querySelectorAll<HTMLElement>('article.entry')];
}

export function showEnd(log: Element): void {
  log.scrollTop = log.scrollHeight;
}

/** Shows `entry` from its beginning.  Never moves the page around the log. */
function showStart(log: Element, entry: HTMLElement | undefined): void {
  if (entry) log.scrollTop = entry.offsetTop - marginPx;
}

/** Shows a reply from its beginning, below the question that it answers. */
export function showReply(log: Element, urgent: boolean): void {
  const entries = entriesIn(log);
  const reply = entries[entries.length - 1];
  const question = entries[entries.length - 2];
  const withQuestion = !urgent && question?.matches('.visitor');
  showStart(log, withQuestion ? question : reply);
}

export function showEntry(log: Element, key: string): void {
  const entry = entriesIn(log).find((candidate) => candidate.dataset.key === key);
  showStart(log, entry);
  entry?.focus({ preventScroll: true });
}

/** Up, Down, Home and End move the focus from message to message. */
export function moveByKey(event: KeyboardEvent, log: HTMLElement): void {
  const entries = entriesIn(log);
  const at = entries.indexOf(event.composedPath()[0] as HTMLElement);
  if (at < 0 && event.composedPath()[0] !== log) return;
  const target = messageAfterKey(event.key, at, entries.length);
  if (target === null) return;
  event.preventDefault();
  entries[target]?.focus();
}
