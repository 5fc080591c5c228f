import { html, nothing, type TemplateResult } from 'lit';
import type { Strings } from '../strings.js';
import { chatIcon } from './icons.js';

/** The button that opens the chat, with what arrived meanwhile. */
export function launcherView(
  strings: Strings,
  unread: number,
  urgent: boolean,
  open: () => void,
): TemplateResult {
  const news = urgent ? strings.unreadUrgent : unread ? strings.unread(unread) : '';
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
            >${urgent ? '!' : unread}</span
          >`
        : nothing
    }
  </button>`;
}
