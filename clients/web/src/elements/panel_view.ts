import { html, nothing, type TemplateResult } from 'lit';
import { logView, type LogActions, type LogModel } from './log_view.js';
import { alertIcon, chatIcon, closeIcon, menuIcon } from './icons.js';
import { isUrgent } from './message_view.js';

export type MenuState = 'closed' | 'open' | 'forgetting';

export interface PanelModel extends LogModel {
  readonly direction: 'ltr' | 'rtl';
  readonly shown: boolean;
  readonly online: boolean;
  /** Part of the page: there is nothing to close. */
  readonly inline: boolean;
  /** Covers the whole screen. */
  readonly modal: boolean;
  readonly menu: MenuState;
}

export interface PanelActions extends LogActions {
  readonly close: () => void;
  readonly setMenu: (menu: MenuState) => void;
  readonly restart: () => void;
  readonly forget: () => void;
  readonly save: (format: 'text' | 'data') => void;
  readonly panelKey: (event: KeyboardEvent) => void;
  /** Shows the message with this key. */
  readonly show: (key: string) => void;
}

/** The open chat. */
export function panelView(model: PanelModel, actions: PanelActions): TemplateResult {
  const { strings, state } = model;
  return html`<section
    class="panel"
    part="panel"
    ?hidden=${!model.shown}
    role=${model.inline ? 'region' : 'dialog'}
    aria-modal=${model.modal ? 'true' : nothing}
    aria-label=${state.description?.name ?? strings.transcript}
    @keydown=${actions.panelKey}
  >
    ${headerView(model, actions)}
    ${model.menu === 'closed' ? nothing : menuView(model, actions)}
    ${
      model.online
        ? nothing
        : html`<p class="notice" part="notice" role="status">${strings.offline}</p>`
    }
    ${urgentView(model, actions)} ${logView(model, actions)}
    <quiver-composer
      exportparts="input, send"
      dir=${model.direction}
      .strings=${strings}
      .maxBytes=${state.description?.maxTextBytes ?? 4096}
      @send=${(event: CustomEvent<string>): void => {
        actions.say(event.detail);
      }}
    ></quiver-composer>
  </section>`;
}

function headerView(model: PanelModel, actions: PanelActions): TemplateResult {
  const { strings, state, menu } = model;
  return html`<header part="header">
    <span class="avatar" part="avatar">${chatIcon}</span>
    <h2>${state.description?.name}</h2>
    <button
      aria-label=${strings.menu}
      aria-expanded=${menu === 'closed' ? 'false' : 'true'}
      @click=${(): void => {
        actions.setMenu(menu === 'closed' ? 'open' : 'closed');
      }}
    >
      ${menuIcon}
    </button>
    ${
      model.inline
        ? nothing
        : html`<button aria-label=${strings.close} @click=${actions.close}>
            ${closeIcon}
          </button>`
    }
  </header>`;
}

function menuView(
  { strings, menu }: PanelModel,
  { setMenu, restart, forget, save }: PanelActions,
): TemplateResult {
  const item = (label: string, action: () => void): TemplateResult =>
    html`<button @click=${action}>${label}</button>`;
  if (menu === 'forgetting') {
    return html`<div class="menu" role="group" aria-label=${strings.forget}>
      <span>${strings.forgetConfirm}</span>
      ${item(strings.forget, forget)}
      ${item(strings.cancel, () => {
        setMenu('closed');
      })}
    </div>`;
  }
  return html`<div class="menu" part="menu" role="group" aria-label=${strings.menu}>
    ${item(strings.restart, restart)}
    ${item(strings.downloadText, () => {
      save('text');
    })}
    ${item(strings.downloadData, () => {
      save('data');
    })}
    ${item(strings.forget, () => {
      setMenu('forgetting');
    })}
  </div>`;
}

/** Keeps an urgent message in reach once others follow it. */
function urgentView(
  { strings, state }: PanelModel,
  actions: PanelActions,
): TemplateResult | typeof nothing {
  const before = state.entries.slice(0, -1).reverse();
  const urgent = before.find((e) => e.kind === 'assistant' && isUrgent(e.reply));
  if (!urgent) return nothing;
  return html`<button
    class="reminder"
    part="reminder"
    @click=${(): void => {
      actions.show(urgent.key);
    }}
  >
    ${alertIcon} ${strings.readUrgent}
  </button>`;
}
