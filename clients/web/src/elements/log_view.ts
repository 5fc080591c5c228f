import { html, nothing, type TemplateResult } from 'lit';
import type { ConversationState } from '../conversation/conversation.js';
import { openReply, type Entry } from '../conversation/entries.js';
import {
  MessageKind,
  type Option,
  type Reply,
} from '../generated/quiver/v1/assistant.js';
import type { Drawing } from '../pickers/drawing.js';
import type { Strings } from '../strings.js';
import {
  assistantEntryView,
  visitorEntryView,
  type MessageActions,
  type Verdict,
} from './message_view.js';

export interface LogModel {
  readonly strings: Strings;
  readonly language: string;
  readonly state: ConversationState;
  /** The picture for the picker of the last reply, once it is there. */
  readonly drawing: Drawing | null;
}

export interface LogActions extends MessageActions {
  readonly choose: (options: readonly Option[]) => void;
  readonly say: (text: string) => void;
  readonly retryAll: () => void;
  readonly key: (event: KeyboardEvent) => void;
}

/** What was said, and what can be tapped. */
export function logView(model: LogModel, actions: LogActions): TemplateResult {
  const { strings, state } = model;
  return html`<div
    class="log"
    part="log"
    role="log"
    aria-live="off"
    aria-label=${strings.transcript}
    tabindex="0"
    @keydown=${actions.key}
  >
    ${greetingView(model)}
    ${state.entries.map((entry) => entryView(entry, model, actions))}
    ${state.busy ? typing : nothing}
    ${state.problem ? problemView(model, actions) : nothing}
    ${state.busy ? nothing : optionsView(model, actions)}
  </div>`;
}

const typing = html`<div class="typing" aria-hidden="true"><i></i><i></i><i></i></div>`;

function greetingView({ state }: LogModel): TemplateResult | typeof nothing {
  if (!state.description) return nothing;
  const { greeting, disclaimer } = state.description;
  return html`<div class="entry assistant">
      <div class="bubble said" part="message said"><p>${greeting}</p></div>
    </div>
    <p class="disclaimer" part="disclaimer">${disclaimer}</p>`;
}

function problemView(
  { strings, state }: LogModel,
  actions: LogActions,
): TemplateResult | typeof nothing {
  if (!state.problem) return nothing;
  return html`<div class="failure" part="error" role="alert">
    ${state.problem.text || strings.problems[state.problem.kind]}
    <button class="text" @click=${actions.retryAll}>${strings.retry}</button>
  </div>`;
}

function entryView(entry: Entry, model: LogModel, actions: LogActions): TemplateResult {
  const { strings, language, state } = model;
  if (entry.kind === 'visitor') {
    return visitorEntryView(entry, strings, language, actions);
  }
  return assistantEntryView(
    entry,
    { strings, locale: language, name: state.description?.name ?? '' },
    state.ratable ? verdictOn(entry.turn, state) : undefined,
    actions,
  );
}

function verdictOn(turn: number, { ratings, unheard }: ConversationState): Verdict {
  return { rating: ratings.get(turn) ?? null, unheard: unheard.has(turn) };
}

function optionsView(
  model: LogModel,
  actions: LogActions,
): TemplateResult | typeof nothing {
  const reply = openReply(model.state.entries);
  if (!reply) return model.state.entries.length ? nothing : starterView(model, actions);
  if (!reply.picker || !model.drawing) {
    return barView(reply.options, reply.multiple, model, actions);
  }
  return pickerView(reply, model.drawing, model, actions);
}

function pickerView(
  reply: Reply,
  drawing: Drawing,
  model: LogModel,
  actions: LogActions,
): TemplateResult {
  const values = reply.pickerOptions.length ? reply.pickerOptions : reply.options;
  const ids = new Set(values.map((option) => option.optionId));
  const others = reply.options.filter((option) => !ids.has(option.optionId));
  const asked = reply.messages.find((m) => m.kind === MessageKind.MESSAGE_KIND_QUESTION);
  return html`<quiver-option-picker
      exportparts="picker, confirm"
      .strings=${model.strings}
      .options=${values}
      .drawing=${drawing}
      .multiple=${reply.multiple}
      .question=${asked?.text ?? ''}
      @choose=${(event: CustomEvent<readonly Option[]>): void => {
        actions.choose(event.detail);
      }}
      @say=${(event: CustomEvent<string>): void => {
        actions.say(event.detail);
      }}
    ></quiver-option-picker>
    ${barView(others, false, model, actions)}`;
}

function barView(
  options: readonly Option[],
  multiple: boolean,
  { strings }: LogModel,
  actions: LogActions,
): TemplateResult {
  return html`<quiver-option-bar
    exportparts="option, confirm"
    .strings=${strings}
    .options=${options}
    .multiple=${multiple}
    @choose=${(event: CustomEvent<readonly Option[]>): void => {
      actions.choose(event.detail);
    }}
  ></quiver-option-bar>`;
}

/** Questions to start with: said, not chosen, since the server offered nothing. */
function starterView(model: LogModel, actions: LogActions): TemplateResult {
  const questions = model.state.description?.starterQuestions ?? [];
  const options = questions.map((label) => ({
    optionId: '',
    label,
    documentId: '',
    topic: '',
  }));
  return barView(options, false, model, {
    ...actions,
    choose: ([option]) => {
      if (option) actions.say(option.label);
    },
  });
}
