import { LitElement, css, html, nothing, type TemplateResult } from 'lit';
import type { Strings } from '../strings.js';
import { sendIcon } from './icons.js';
import { theme } from './theme.js';

const warnBelow = 200;

/**
 * Where a message is typed.  Enter sends, Shift+Enter starts a new line.
 *
 * Fires "send" with the text.
 */
export class Composer extends LitElement {
  static override properties = {
    busy: { type: Boolean },
    maxBytes: { attribute: false },
    strings: { attribute: false },
    text: { state: true },
  };

  declare busy: boolean;
  declare maxBytes: number;
  declare strings: Strings;
  declare text: string;

  constructor() {
    super();
    this.busy = false;
    this.maxBytes = 4096;
    this.text = '';
  }

  static override styles = [
    theme,
    css`
      form {
        display: flex;
        align-items: flex-end;
        gap: 0.5rem;
        padding: 0.75rem;
        border-top: 1px solid var(--line);
        background: var(--surface);
      }
      textarea {
        flex: 1;
        min-height: 2.75rem;
        max-height: 8rem;
        padding: 0.5rem 0.75rem;
        border: 1.5px solid var(--muted);
        border-radius: var(--radius);
        background: var(--surface);
        font-size: 1rem;
        resize: none;
        field-sizing: content;
      }
      button {
        display: grid;
        place-items: center;
        border: 0;
        border-radius: 50%;
        background: var(--accent);
        color: var(--on-accent);
      }
      :host([dir='rtl']) button svg {
        transform: scaleX(-1);
      }
      .left {
        padding: 0 0.75rem 0.25rem;
        margin: 0;
        font-size: 0.8125rem;
        color: var(--muted);
      }
    `,
  ];

  /** Moves the focus into the field. */
  override focus(): void {
    this.renderRoot.querySelector('textarea')?.focus();
  }

  override render(): TemplateResult {
    const left = this.maxBytes - new TextEncoder().encode(this.text).length;
    const empty = this.text.trim() === '';
    return html`<form @submit=${this.onSubmit}>
        <textarea
          rows="1"
          aria-label=${this.strings.inputLabel}
          placeholder=${this.strings.inputHint}
          enterkeyhint="send"
          autocomplete="off"
          .value=${this.text}
          @input=${this.onInput}
          @keydown=${this.onKey}
        ></textarea>
        <button
          part="send"
          aria-label=${this.strings.send}
          ?disabled=${this.busy || empty || left < 0}
        >
          ${sendIcon}
        </button>
      </form>
      ${left < warnBelow
        ? html`<p class="left" role="status">
            ${left < 0
              ? this.strings.problems.too_long
              : this.strings.charactersLeft(left)}
          </p>`
        : nothing}`;
  }

  private onInput(event: Event): void {
    this.text = (event.target as HTMLTextAreaElement).value;
  }

  private onKey(event: KeyboardEvent): void {
    // An input method confirms its own choice with Enter.
    if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return;
    event.preventDefault();
    this.renderRoot.querySelector('form')?.requestSubmit();
  }

  private onSubmit(event: Event): void {
    event.preventDefault();
    const text = this.text.trim();
    if (this.busy || text === '') return;
    this.text = '';
    this.dispatchEvent(new CustomEvent('send', { detail: text }));
  }
}
