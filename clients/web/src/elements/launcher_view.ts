import { html, nothing, type TemplateResult } from 'lit';
import type { Strings } from '../strings.js';
import { chatIcon } from './icons.js';

/** What arrived while the chat was closed. */
export interface Unread {
  readonly count: number;
  readonly urgent: boolean;
}

export const nothingUnread: Unread = { count: 0, urgent: false };

/** The button that opens the chat, with what arrived meanwhile. */
export function launcherView(
  strings: Strings,
  { count, urgent }: Unread,
  open: () => void,
): TemplateResult {
  const news = urgent ? strings.unreadUrgent : count ? strings.unread(count) : '';
  return html`<button
    class="launcher ${urgent ? 'urgent' : ''}"
    part="launcher"
    aria-label=${news ? `${strings.open}. ${news}` : strings.open}
    aria-expanded="false"
    @click=${open}
  >
    ${chatIcon}
    ${
      news
        ? html`<span class="badge" part="badge" aria-hidden="true"
            >${urgent ? '!' : count}</span
          >`
        : nothing
    }
  </button>`;
}
