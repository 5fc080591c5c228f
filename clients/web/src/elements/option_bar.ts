import { LitElement, css, html, nothing, type TemplateResult } from 'lit';
import type { Option } from '../generated/quiver/v1/assistant.js';
import type { Strings } from '../strings.js';
import { theme } from './theme.js';

/**
 * Suggested answers: a toolbar with one stop for Tab; arrows move inside.
 * With `multiple`, options are marked first and then sent together.
 *
 * Fires "choose" with the options chosen.
 */
export class OptionBar extends LitElement {
  static override properties = {
    options: { attribute: false },
    multiple: { type: Boolean },
    strings: { attribute: false },
    marked: { state: true },
    current: { state: true },
  };

  declare options: readonly Option[];
  declare multiple: boolean;
  declare strings: Strings;
  declare marked: readonly string[];
  declare current: number;

  constructor() {
    super();
    this.options = [];
    this.multiple = false;
    this.marked = [];
    this.current = 0;
  }

  static override styles = [
    theme,
    css`
      .bar {
        display: flex;
        flex-wrap: wrap;
        gap: 0.5rem;
      }
      button {
        padding: 0.375rem 0.875rem;
        border: 1.5px solid var(--accent);
        border-radius: 1.375rem;
        background: var(--surface);
        color: var(--accent);
        text-align: start;
      }
      button:hover {
        background: var(--raised);
      }
      button[aria-pressed='true'],
      button.confirm {
        background: var(--accent);
        color: var(--on-accent);
      }
    `,
  ];

  override willUpdate(changed: Map<string, unknown>): void {
    if (changed.has('options')) {
      this.marked = [];
      this.current = 0;
    }
  }

  override render(): TemplateResult | typeof nothing {
    if (!this.options.length) return nothing;
    return html`<div
      class="bar"
      role="toolbar"
      aria-label=${this.strings.suggestions}
      @keydown=${this.onKey}
    >
      ${this.options.map((option, index) => this.optionView(option, index))}
      ${this.marked.length ? this.confirmView() : nothing}
    </div>`;
  }

  private optionView(option: Option, index: number): TemplateResult {
    const marked = this.marked.includes(option.optionId);
    return html`<button
      part="option"
      tabindex=${index === this.current ? 0 : -1}
      aria-pressed=${this.canMark(option) ? String(marked) : nothing}
      @click=${(): void => {
        this.onClick(option, index);
      }}
    >
      ${option.label}
    </button>`;
  }

  private confirmView(): TemplateResult {
    return html`<button
      class="confirm"
      part="confirm"
      tabindex=${this.current === this.options.length ? 0 : -1}
      @click=${(): void => {
        this.choose(this.options.filter((o) => this.marked.includes(o.optionId)));
      }}
    >
      ${this.strings.confirm}
    </button>`;
  }

  /** Options that stand for a value can be combined; "not sure" cannot. */
  private canMark(option: Option): boolean {
    return this.multiple && option.optionId.includes('.');
  }

  private onClick(option: Option, index: number): void {
    this.current = index;
    if (!this.canMark(option)) {
      this.choose([option]);
      return;
    }
    this.marked = this.marked.includes(option.optionId)
      ? this.marked.filter((id) => id !== option.optionId)
      : [...this.marked, option.optionId];
  }

  private choose(options: readonly Option[]): void {
    this.dispatchEvent(new CustomEvent('choose', { detail: options }));
  }

  private onKey(event: KeyboardEvent): void {
    const step = stepOf(event.key, getComputedStyle(this).direction);
    if (step === null) return;
    event.preventDefault();
    const buttons = [...this.renderRoot.querySelectorAll('button')];
    const target =
      step === 'first'
        ? 0
        : step === 'last'
          ? buttons.length - 1
          : (this.current + step + buttons.length) % buttons.length;
    this.current = target;
    buttons[target]?.focus();
  }
}

function stepOf(key: string, direction: string): number | 'first' | 'last' | null {
  const forward = direction === 'rtl' ? 'ArrowLeft' : 'ArrowRight';
  const backward = direction === 'rtl' ? 'ArrowRight' : 'ArrowLeft';
  if (key === forward || key === 'ArrowDown') return 1;
  if (key === backward || key === 'ArrowUp') return -1;
  if (key === 'Home') return 'first';
  if (key === 'End') return 'last';
  return null;
}
