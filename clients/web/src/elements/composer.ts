import { LitElement, css, html, type TemplateResult } from 'lit';
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
    maxBytes: { attribute: false },
    strings: { attribute: false },
    text: { state: true },
  };

  declare maxBytes: number;
  declare strings: Strings;
  declare text: string;

  static override styles = [
    theme,
    css`
      form {
        display: flex;
        align-items: flex-end;
        gap: 0.5rem;
        padding: 0.625rem 0.75rem;
        border-top: 1px solid var(--line);
        background: var(--surface);
      }
      textarea {
        flex: 1;
        min-width: 0;
        min-height: 2.75rem;
        max-height: 8rem;
        padding: 0.5625rem 0.875rem;
        border: 1.5px solid var(--muted);
        border-radius: 1.375rem;
        background: var(--surface);
        font-size: 1rem;
        line-height: 1.5;
        resize: none;
        overflow-y: auto;
      }
      textarea:focus-visible {
        outline-width: 2px;
        outline-offset: 0;
      }
      textarea::placeholder {
        color: var(--muted);
        opacity: 1;
      }
      button {
        display: grid;
        place-items: center;
        border: 0;
        border-radius: 50%;
        background: var(--accent);
        color: var(--on-accent);
        transition: opacity 120ms;
      }
      :host([dir='rtl']) button svg {
        transform: scaleX(-1);
      }
      .left {
        margin: 0;
        padding: 0 1rem 0.5rem;
        font-size: 0.8125rem;
        color: var(--muted);
        background: var(--surface);
      }
      .left:empty {
        padding: 0;
      }
    `,
  ];

  constructor() {
    super();
    this.maxBytes = 4096;
    this.text = '';
  }

  /** Moves the focus into the field. */
  override focus(): void {
    this.renderRoot.querySelector('textarea')?.focus();
  }

  override render(): TemplateResult {
    const left = this.bytesLeft;
    const warning =
      left < 0
        ? this.strings.tooLong
        : left < warnBelow
          ? this.strings.charactersLeft(left)
          : '';
    return html`<form @submit=${this.onSubmit}>
        <textarea
          part="input"
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
          aria-disabled=${this.ready ? 'false' : 'true'}
        >
          ${sendIcon}
        </button>
      </form>
      <p class="left" role="status">${warning}</p>`;
  }

  override updated(): void {
    this.fitText();
  }

  private get bytesLeft(): number {
    return this.maxBytes - new TextEncoder().encode(this.text.trim()).length;
  }

  private get ready(): boolean {
    return this.text.trim() !== '' && this.bytesLeft >= 0;
  }

  /** The field grows with its text, up to the height that its style allows. */
  private fitText(): void {
    const area = this.renderRoot.querySelector('textarea');
    if (!area) return;
    area.style.height = 'auto';
    const borders = area.offsetHeight - area.clientHeight;
    if (area.scrollHeight) {
      area.style.height = `${String(area.scrollHeight + borders)}px`;
    }
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
    if (!this.ready) return;
    const text = this.text.trim();
    this.text = '';
    this.dispatchEvent(new CustomEvent('send', { detail: text }));
  }
}
