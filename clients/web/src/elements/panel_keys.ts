/**
 * Where Up, Down, Home and End lead to from the message `at` of `count`; -1 is
 * none of them.  Null for other keys.
 */
export function messageAfterKey(key: string, at: number, count: number): number | null {
  const last = count - 1;
  const steps: Readonly<Record<string, number>> = {
    ArrowUp: at < 0 ? last : at - 1,
    ArrowDown: at + 1,
    Home: 0,
    End: last,
  };
  const target = steps[key];
  return target === undefined ? null : Math.max(0, Math.min(target, last));
}

const focusable = 'button:not([disabled]), a[href], textarea, input, summary';

/** What Tab stops at inside `root`, shadow roots included, in order. */
function stopsIn(root: ParentNode): HTMLElement[] {
  const stops: HTMLElement[] = [];
  for (const element of root.querySelectorAll<HTMLElement>('*')) {
    if (element.matches(focusable) && element.tabIndex >= 0) {
      if (element.getClientRects().length) stops.push(element);
    }
    if (element.shadowRoot) stops.push(...stopsIn(element.shadowRoot));
  }
  return stops;
}

function deepActive(root: DocumentOrShadowRoot): Element | null {
  const active = root.activeElement;
  return active?.shadowRoot ? deepActive(active.shadowRoot) : active;
}

/** Escape leaves; Tab goes round inside a panel that covers the screen. */
export function onPanelKey(
  event: KeyboardEvent,
  root: ShadowRoot,
  leave: () => void,
): void {
  const panel = event.currentTarget as HTMLElement;
  if (event.key === 'Escape') {
    event.stopPropagation();
    leave();
  } else if (event.key === 'Tab' && panel.ariaModal === 'true') {
    keepTabInside(event, root, panel);
  }
}

function keepTabInside(event: KeyboardEvent, root: ShadowRoot, panel: ParentNode): void {
  const stops = stopsIn(panel);
  const first = stops[0];
  const last = stops[stops.length - 1];
  const from = event.shiftKey ? first : last;
  if (deepActive(root) !== from) return;
  event.preventDefault();
  (event.shiftKey ? last : first)?.focus();
}
