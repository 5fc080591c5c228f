import { LitElement, html, nothing, type TemplateResult } from 'lit';
import type { Option } from '../generated/quiver/v1/assistant.js';
import {
  choiceText,
  isTold,
  tellsSides,
  withOption,
  withSide,
  withTap,
  type Choice,
} from '../pickers/choice.js';
import { pairedOptions, type Drawing, type Side } from '../pickers/drawing.js';
import type { Strings } from '../strings.js';
import { drawingView } from './drawing_view.js';
import { pickerStyles } from './picker_styles.js';
import { theme } from './theme.js';

const bothSides: readonly Side[] = ['left', 'right'];

/**
 * Options as a list of boxes to tick, with a drawing as a second way in.  The
 * list is the truth: a tap on a region ticks its box.
 *
 * Fires "choose" with the options ticked, or "say" with words when sides were
 * told.
 */
export class OptionPicker extends LitElement {
  static override properties = {
    options: { attribute: false },
    drawing: { attribute: false },
    multiple: { type: Boolean },
    question: {},
    strings: { attribute: false },
    choice: { state: true },
    hovered: { state: true },
  };

  declare options: readonly Option[];
  declare drawing: Drawing;
  declare multiple: boolean;
  /** What is asked. */
  declare question: string;
  declare strings: Strings;
  declare choice: Choice;
  declare hovered: string;

  static override styles = [theme, pickerStyles];

  constructor() {
    super();
    this.options = [];
    this.multiple = false;
    this.question = '';
    this.choice = new Map();
    this.hovered = '';
  }

  override render(): TemplateResult {
    const { strings } = this;
    return html`<form @submit=${this.onSubmit}>
      <fieldset part="picker">
        <legend>
          <span class="hidden">${this.question}</span>
          ${this.multiple ? strings.pickerSeveral : strings.pickerOne}
        </legend>
        <details ?open=${!matchMedia('(max-width: 480px)').matches}>
          <summary>${strings.pickerPicture}</summary>
          ${this.pictureView()}
        </details>
        <ul role="list">
          ${this.options.map((option) => this.itemView(option))}
        </ul>
        ${this.choice.size ? this.doneView() : nothing}
      </fieldset>
    </form>`;
  }

  private pictureView(): TemplateResult {
    const hovered = this.options.find((option) => option.optionId === this.hovered);
    return html`${drawingView(this.drawing, {
        strings: this.strings,
        offers: (id) => this.options.some((option) => option.optionId === id),
        ticked: (id, side) => this.shows(id, side),
        hovered: this.hovered,
        tap: (id, side) => {
          this.choice = side
            ? withTap(this.choice, id, side, this.multiple)
            : withOption(this.choice, id, this.multiple);
        },
        hover: (id) => {
          this.hovered = id;
        },
      })}
      <p class="name" aria-hidden="true">${hovered?.label}</p>`;
  }

  /** Of a pair without sides told, both are shown. */
  private shows(id: string, side: Side | null): boolean {
    const sides = this.choice.get(id);
    return !!sides && (!side || !sides.size || sides.has(side));
  }

  private itemView(option: Option): TemplateResult {
    const id = option.optionId;
    const sided = this.choice.has(id) && pairedOptions(this.drawing).has(id);
    const hover = (hovered: string) => (): void => {
      this.hovered = hovered;
    };
    return html`<li class=${sided ? 'sided' : ''}>
      <label
        class=${id === this.hovered ? 'hovered' : ''}
        @mouseenter=${hover(id)}
        @mouseleave=${hover('')}
      >
        <input
          type=${this.multiple ? 'checkbox' : 'radio'}
          name="option"
          value=${id}
          .checked=${this.choice.has(id)}
          @change=${(): void => {
            this.choice = withOption(this.choice, id, this.multiple);
          }}
          @focus=${hover(id)}
          @blur=${hover('')}
        />${option.label}
      </label>
      ${sided ? bothSides.map((side) => this.sideView(option, side)) : nothing}
    </li>`;
  }

  private sideView({ optionId, label }: Option, side: Side): TemplateResult {
    const { withSides, sides } = this.strings;
    return html`<label>
      <input
        type="checkbox"
        aria-label=${withSides(label, side === 'left', side === 'right')}
        .checked=${isTold(this.choice, optionId, side)}
        @change=${(): void => {
          this.choice = withSide(this.choice, optionId, side);
        }}
      />${sides[side]}
    </label>`;
  }

  private doneView(): TemplateResult {
    return html`<div class="done">
      <p>${choiceText(this.choice, this.options, this.strings)}</p>
      <button type="submit" part="confirm">${this.strings.confirm}</button>
    </div>`;
  }

  private onSubmit(event: Event): void {
    event.preventDefault();
    if (!this.choice.size) return;
    const words = tellsSides(this.choice)
      ? choiceText(this.choice, this.options, this.strings)
      : '';
    const chosen = this.options.filter((option) => this.choice.has(option.optionId));
    this.dispatchEvent(
      words
        ? new CustomEvent('say', { detail: words })
        : new CustomEvent('choose', { detail: chosen }),
    );
  }
}
