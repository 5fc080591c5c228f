import { LitElement, css, html, nothing, svg, type TemplateResult } from 'lit';
import type { Option } from '../generated/quiver/v1/assistant.js';
import type { Drawing, DrawingView } from '../pickers/drawing.js';
import type { Strings } from '../strings.js';
import { theme } from './theme.js';

/**
 * Options as a list of boxes to tick, with a drawing as a second way in.  The
 * list is the truth: a click on a region ticks its box.
 *
 * Fires "choose" with the options ticked.
 */
export class OptionPicker extends LitElement {
  static override properties = {
    options: { attribute: false },
    drawing: { attribute: false },
    multiple: { type: Boolean },
    disabled: { type: Boolean },
    legend: {},
    strings: { attribute: false },
    ticked: { state: true },
    hovered: { state: true },
  };

  declare options: readonly Option[];
  declare drawing: Drawing;
  declare multiple: boolean;
  declare disabled: boolean;
  declare legend: string;
  declare strings: Strings;
  declare ticked: readonly string[];
  declare hovered: string;

  constructor() {
    super();
    this.options = [];
    this.multiple = false;
    this.disabled = false;
    this.legend = '';
    this.ticked = [];
    this.hovered = '';
  }

  static override styles = [
    theme,
    css`
      fieldset {
        margin: 0;
        padding: 0.75rem;
        border: 1px solid var(--line);
        border-radius: var(--radius);
      }
      legend {
        padding-inline: 0.375rem;
        color: var(--muted);
      }
      .list {
        display: grid;
        grid-template-columns: repeat(auto-fill, minmax(7.5rem, 1fr));
        gap: 0.125rem 0.5rem;
      }
      label {
        display: flex;
        align-items: center;
        gap: 0.5rem;
        min-height: 2rem;
        padding-inline: 0.25rem;
        border-radius: 8px;
        cursor: pointer;
      }
      label.hovered,
      label:hover {
        background: var(--raised);
      }
      input {
        width: 1.125rem;
        height: 1.125rem;
        accent-color: var(--accent);
      }
      .views {
        display: flex;
        justify-content: center;
        gap: 1rem;
        margin-top: 0.5rem;
      }
      figure {
        margin: 0;
        text-align: center;
        color: var(--muted);
        font-size: 0.8125rem;
      }
      figure svg {
        height: 19rem;
        max-height: 45vh;
        width: auto;
      }
      .outline {
        fill: var(--raised);
        stroke: var(--line);
      }
      .region {
        fill: transparent;
        stroke: var(--muted);
        stroke-width: 0.8;
        stroke-dasharray: 2 2;
        cursor: pointer;
      }
      .region.hovered,
      .region:hover {
        fill: var(--own);
      }
      .region.ticked {
        fill: var(--accent);
        stroke: var(--text);
        stroke-width: 2;
        stroke-dasharray: none;
      }
      button {
        margin-top: 0.75rem;
        padding: 0.375rem 1.25rem;
        border: 0;
        border-radius: 1.375rem;
        background: var(--accent);
        color: var(--on-accent);
      }
    `,
  ];

  override render(): TemplateResult {
    return html`<form @submit=${this.onSubmit}>
      <fieldset ?disabled=${this.disabled}>
        <legend>${this.legend || this.strings.pickerLegend}</legend>
        <div class="list">${this.options.map((option) => this.boxView(option))}</div>
        <details ?open=${!matchMedia('(max-width: 480px)').matches}>
          <summary>${this.strings.pickerPicture}</summary>
          <div class="views">${this.drawing.views.map((view) => this.view(view))}</div>
        </details>
        <button type="submit" ?disabled=${!this.ticked.length}>
          ${this.strings.confirm}
        </button>
      </fieldset>
    </form>`;
  }

  private boxView(option: Option): TemplateResult {
    const id = option.optionId;
    return html`<label
      class=${id === this.hovered ? 'hovered' : ''}
      @mouseenter=${(): void => this.hover(id)}
      @mouseleave=${(): void => this.hover('')}
    >
      <input
        type=${this.multiple ? 'checkbox' : 'radio'}
        name="option"
        value=${id}
        .checked=${this.ticked.includes(id)}
        @change=${(): void => this.toggle(id)}
        @focus=${(): void => this.hover(id)}
        @blur=${(): void => this.hover('')}
      />${option.label}
    </label>`;
  }

  private view(view: DrawingView): TemplateResult {
    const offered = view.regions.filter((region) =>
      this.options.some((option) => option.optionId === region.option),
    );
    return html`<figure>
      <svg
        viewBox="0 0 ${view.width} ${view.height}"
        aria-hidden="true"
        focusable="false"
      >
        ${svg`<path class="outline" d=${view.outline}></path>`}
        ${offered.map((region) => this.regionView(region.option, region.path))}
      </svg>
      <figcaption aria-hidden="true">${view.name}</figcaption>
    </figure>`;
  }

  private regionView(id: string, path: string): unknown {
    const classes = ['region'];
    if (this.ticked.includes(id)) classes.push('ticked');
    if (this.hovered === id) classes.push('hovered');
    const label = this.options.find((option) => option.optionId === id)?.label;
    return svg`<path class=${classes.join(' ')} d=${path} data-option=${id}
      @click=${(): void => this.toggle(id)}
      @mouseenter=${(): void => this.hover(id)}
      @mouseleave=${(): void => this.hover('')}
      ><title>${label ?? nothing}</title></path>`;
  }

  private hover(id: string): void {
    this.hovered = id;
  }

  private toggle(id: string): void {
    if (this.disabled) return;
    const without = this.ticked.filter((other) => other !== id);
    const added = without.length === this.ticked.length;
    this.ticked = added ? (this.multiple ? [...without, id] : [id]) : without;
  }

  private onSubmit(event: Event): void {
    event.preventDefault();
    const chosen = this.options.filter((o) => this.ticked.includes(o.optionId));
    this.dispatchEvent(new CustomEvent('choose', { detail: chosen }));
  }
}
