import { LitElement, html, nothing, type TemplateResult } from 'lit';
import { Conversation } from '../conversation/conversation.js';
import { openReply, type Entry } from '../conversation/entries.js';
import { makeSessionMemory, type MemoryKind } from '../conversation/session_memory.js';
import { joinTabs } from '../conversation/tabs.js';
import type { Option, Reply } from '../generated/quiver/v1/assistant.js';
import { fetchDrawing, type Drawing } from '../pickers/drawing.js';
import { makeAssistantClient } from '../rpc/assistant_client.js';
import { directionOf, stringsFor, type Strings } from '../strings.js';
import { transcriptText } from '../transcript.js';
import type { Composer } from './composer.js';
import { chatIcon, closeIcon, menuIcon } from './icons.js';
import { messageStyles } from './message_styles.js';
import { assistantEntryView, visitorEntryView, type MessageActions } from './message_view.js';
import { panelStyles } from './panel_styles.js';
import { theme } from './theme.js';

/**
 * The chat: a launcher and a panel, or with `inline` only the panel.
 *
 * Attributes: endpoint, assistant, locale, theme ("auto", "light", "dark"),
 * memory ("local", "session", "none"), inline.
 * Events: chat-open, chat-close, chat-message, chat-error, chat-feedback.
 */
export class Chat extends LitElement {
  static override properties = {
    endpoint: {},
    assistant: {},
    locale: {},
    theme: {},
    memory: {},
    inline: { type: Boolean },
    shown: { state: true },
    menuShown: { state: true },
    forgetting: { state: true },
    online: { state: true },
    unread: { state: true },
    drawing: { state: true },
    announced: { state: true },
  };

  declare endpoint: string;
  declare assistant: string;
  declare locale: string;
  declare theme: string;
  declare memory: MemoryKind;
  declare inline: boolean;
  declare shown: boolean;
  declare menuShown: boolean;
  declare forgetting: boolean;
  declare online: boolean;
  declare unread: number;
  declare drawing: Drawing | null;
  declare announced: string;

  static override styles = [theme, messageStyles, panelStyles];

  private conversation: Conversation | null = null;
  private drawingOf = '';
  private darkness: MediaQueryList | null = null;
  private readonly cleanups: (() => void)[] = [];

  constructor() {
    super();
    this.endpoint = '';
    this.assistant = '';
    this.locale = '';
    this.theme = 'auto';
    this.memory = 'local';
    this.inline = false;
    this.shown = false;
    this.menuShown = false;
    this.forgetting = false;
    this.online = navigator.onLine;
    this.unread = 0;
    this.drawing = null;
    this.announced = '';
  }

  // --- What pages may call. ---

  async open(): Promise<void> {
    if (this.shown) return;
    this.shown = true;
    this.unread = 0;
    this.toggleAttribute('data-open', true);
    this.fire('chat-open');
    if (!this.conversation) await this.begin();
    await this.updateComplete;
    if (!this.inline) this.composer?.focus();
    this.scrollToEnd();
  }

  close(): void {
    if (!this.shown || this.inline) return;
    this.shown = false;
    this.menuShown = false;
    this.toggleAttribute('data-open', false);
    this.fire('chat-close');
    void this.updateComplete.then(() =>
      this.renderRoot.querySelector<HTMLElement>('.launcher')?.focus(),
    );
  }

  toggle(): void {
    if (this.shown) this.close();
    else void this.open();
  }

  async send(text: string): Promise<void> {
    if (!this.conversation) await this.begin();
    await this.conversation?.send(text);
  }

  async restart(): Promise<void> {
    await this.conversation?.restart();
  }

  setLocale(locale: string): void {
    this.locale = locale;
  }

  destroy(): void {
    this.remove();
  }

  // --- Life cycle. ---

  override connectedCallback(): void {
    super.connectedCallback();
    this.darkness = matchMedia('(prefers-color-scheme: dark)');
    this.listen(this.darkness, 'change', () => this.applyTheme());
    this.listen(window, 'online', () => this.onOnline(true));
    this.listen(window, 'offline', () => this.onOnline(false));
    if (window.visualViewport) {
      this.listen(window.visualViewport, 'resize', () => this.fitViewport());
    }
    if (this.inline) void this.open();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    for (const cleanup of this.cleanups.splice(0)) cleanup();
    this.conversation?.tabs?.close();
    this.conversation = null;
  }

  override willUpdate(): void {
    this.applyTheme();
    this.dir = directionOf(this.language);
  }

  private get language(): string {
    return this.locale && this.locale !== 'auto'
      ? this.locale
      : document.documentElement.lang || navigator.language;
  }

  private get strings(): Strings {
    return stringsFor(this.language);
  }

  private get composer(): Composer | null {
    return this.renderRoot.querySelector('quiver-composer');
  }

  private async begin(): Promise<void> {
    const key = `quiver-chat:${this.endpoint}:${this.assistant}`;
    const conversation = new Conversation(
      {
        client: makeAssistantClient(this.endpoint),
        memory: makeSessionMemory(this.memory, key),
        assistant: this.assistant,
        language: this.language,
        makeId: () => crypto.randomUUID(),
        now: () => new Date(),
      },
      () => this.onChange(),
    );
    conversation.tabs = joinTabs(key, () => void conversation.restore().catch(() => undefined));
    this.conversation = conversation;
    await conversation.open();
  }

  private lastKey = '';

  private onChange(): void {
    this.requestUpdate();
    const entries = this.conversation?.state.entries ?? [];
    const last = entries[entries.length - 1];
    if (this.conversation?.state.problem) this.fire('chat-error');
    if (!last || last.key === this.lastKey) return;
    this.lastKey = last.key;
    if (last.kind === 'assistant') this.onReply(last.reply);
    void this.updateComplete.then(() => this.showLast(last));
  }

  private onReply(reply: Reply): void {
    this.fire('chat-message', reply);
    if (!this.shown) this.unread += 1;
    this.announce(reply);
    if (!reply.picker || reply.picker === this.drawingOf) return;
    this.drawingOf = reply.picker;
    this.drawing = null;
    const base = new URL('./', import.meta.url).href;
    void fetchDrawing(base, reply.picker).then((drawing) => {
      this.drawing = drawing;
    });
  }

  /** Said once to screen readers, then cleared so that it is not found again. */
  private announce(reply: Reply): void {
    const text = reply.messages.map((message) => message.text).join(' ');
    this.announced = this.strings.announce(text, reply.options.length);
    setTimeout(() => {
      this.announced = '';
    }, 2000);
  }

  /** An answer is read from its beginning, a question of one's own to its end. */
  private showLast(entry: Entry): void {
    const all = this.renderRoot.querySelectorAll('.entry');
    const last = all[all.length - 1];
    last?.scrollIntoView({ block: entry.kind === 'assistant' ? 'start' : 'end' });
  }

  private scrollToEnd(): void {
    const log = this.renderRoot.querySelector('.log');
    if (log) log.scrollTop = log.scrollHeight;
  }

  private onOnline(online: boolean): void {
    this.online = online;
    if (online && this.conversation?.state.problem) void this.conversation.retry();
  }

  private applyTheme(): void {
    const dark =
      this.theme === 'dark' || (this.theme !== 'light' && !!this.darkness?.matches);
    this.toggleAttribute('data-dark', dark);
  }

  /** Keeps the input above the keyboard of a phone. */
  private fitViewport(): void {
    const height = window.visualViewport?.height;
    if (height) this.style.setProperty('--viewport-height', `${height}px`);
  }

  private listen(target: EventTarget, type: string, action: () => void): void {
    target.addEventListener(type, action);
    this.cleanups.push(() => target.removeEventListener(type, action));
  }

  private fire(type: string, detail?: unknown): void {
    this.dispatchEvent(new CustomEvent(type, { detail, bubbles: true, composed: true }));
  }

  // --- What is shown. ---

  override render(): TemplateResult {
    return html`${this.shown ? this.panelView() : this.launcherView()}
      <div class="hidden" aria-live="polite" data-announcer>${this.announced}</div>`;
  }

  private launcherView(): TemplateResult {
    const label = this.unread
      ? `${this.strings.open}. ${this.strings.unread(this.unread)}`
      : this.strings.open;
    return html`<button
      class="launcher"
      part="launcher"
      aria-label=${label}
      aria-expanded="false"
      @click=${(): void => void this.open()}
    >
      ${chatIcon}
      ${this.unread
        ? html`<span class="badge" aria-hidden="true">${this.unread}</span>`
        : nothing}
    </button>`;
  }

  private get fullScreen(): boolean {
    return !this.inline && matchMedia('(max-width: 480px)').matches;
  }

  private panelView(): TemplateResult {
    const state = this.conversation?.state;
    const name = state?.description?.name ?? '';
    return html`<section
      class="panel"
      part="panel"
      role=${this.inline ? 'region' : 'dialog'}
      aria-modal=${this.fullScreen ? 'true' : nothing}
      aria-label=${name || this.strings.transcript}
      @keydown=${this.onPanelKey}
    >
      <header part="header">
        <h2>${name}</h2>
        <button
          aria-label=${this.strings.menu}
          aria-expanded=${String(this.menuShown)}
          @click=${this.onMenu}
        >
          ${menuIcon}
        </button>
        ${this.inline
          ? nothing
          : html`<button aria-label=${this.strings.close} @click=${this.close}>
              ${closeIcon}
            </button>`}
      </header>
      ${this.menuShown ? this.menuView() : nothing}
      ${this.online ? nothing : html`<p class="notice" role="status">${this.strings.offline}</p>`}
      ${this.logView()}
      <quiver-composer
        dir=${this.dir}
        .strings=${this.strings}
        .busy=${state?.busy ?? true}
        .maxBytes=${state?.description?.maxTextBytes || 4096}
        @send=${(event: CustomEvent<string>): void => void this.send(event.detail)}
      ></quiver-composer>
    </section>`;
  }

  private menuView(): TemplateResult {
    const { strings } = this;
    if (this.forgetting) {
      return html`<div class="menu" role="group" aria-label=${strings.forgetConfirm}>
        <span>${strings.forgetConfirm}</span>
        <button @click=${this.onForget}>${strings.forget}</button>
        <button @click=${this.onMenu}>${strings.close}</button>
      </div>`;
    }
    return html`<div class="menu" role="group" aria-label=${strings.menu}>
      <button @click=${this.onRestart}>${strings.restart}</button>
      <button @click=${this.onDownload}>${strings.download}</button>
      <button
        @click=${(): void => {
          this.forgetting = true;
        }}
      >
        ${strings.forget}
      </button>
    </div>`;
  }

  private logView(): TemplateResult {
    const state = this.conversation?.state;
    const entries = state?.entries ?? [];
    return html`<div
      class="log"
      part="log"
      role="log"
      aria-live="off"
      aria-label=${this.strings.transcript}
      tabindex="0"
      @keydown=${this.onLogKey}
    >
      ${this.greetingView()} ${entries.map((entry) => this.entryView(entry))}
      ${state?.busy
        ? html`<div class="typing" role="status">
            <span class="hidden">${this.strings.typing}</span><i></i><i></i><i></i>
          </div>`
        : nothing}
      ${state?.problem && !state.description
        ? html`<p class="failure" role="alert">
            ${this.strings.problems[state.problem]}
            <button class="text" @click=${(): void => void this.conversation?.open()}>
              ${this.strings.retry}
            </button>
          </p>`
        : nothing}
      ${this.optionsView(entries)}
    </div>`;
  }

  private greetingView(): TemplateResult | typeof nothing {
    const description = this.conversation?.state.description;
    if (!description) return nothing;
    return html`<div class="entry assistant">
        <div class="bubble said" part="message said"><p>${description.greeting}</p></div>
      </div>
      <p class="disclaimer">${description.disclaimer}</p>`;
  }

  private entryView(entry: Entry): TemplateResult {
    const problem = this.conversation?.state.problem;
    const actions: MessageActions = {
      rate: (turn, helpful) => {
        this.fire('chat-feedback', { turn, helpful });
        void this.conversation?.rate(turn, helpful);
      },
      retry: () => void this.conversation?.retry(),
    };
    const text = problem ? this.strings.problems[problem] : null;
    return entry.kind === 'visitor'
      ? visitorEntryView(entry, this.strings, this.language, text, actions)
      : assistantEntryView(
          entry,
          this.conversation?.state.description?.name ?? '',
          this.strings,
          this.language,
          actions,
        );
  }

  private optionsView(entries: readonly Entry[]): TemplateResult | typeof nothing {
    const state = this.conversation?.state;
    if (!state || state.busy) return nothing;
    const reply = openReply(entries);
    if (!reply) return entries.length ? nothing : this.starterView();
    if (reply.picker && this.drawing && reply.picker === this.drawingOf) {
      return this.pickerView(reply, this.drawing);
    }
    return this.barView(reply.options, reply.multiple);
  }

  private pickerView(reply: Reply, drawing: Drawing): TemplateResult {
    const values = reply.pickerOptions.length ? reply.pickerOptions : reply.options;
    const rest = reply.options.filter((option) => !option.optionId.includes('.'));
    return html`<quiver-option-picker
        .strings=${this.strings}
        .options=${values}
        .drawing=${drawing}
        .multiple=${reply.multiple}
        @choose=${this.onChoose}
      ></quiver-option-picker>
      ${this.barView(rest, false)}`;
  }

  private barView(options: readonly Option[], multiple: boolean): TemplateResult {
    return html`<quiver-option-bar
      .strings=${this.strings}
      .options=${options}
      .multiple=${multiple}
      @choose=${this.onChoose}
    ></quiver-option-bar>`;
  }

  private starterView(): TemplateResult | typeof nothing {
    const questions = this.conversation?.state.description?.starterQuestions ?? [];
    const options = questions.map((label) => ({
      optionId: '',
      label,
      documentId: '',
      topic: '',
    }));
    return html`<quiver-option-bar
      .strings=${this.strings}
      .options=${options}
      @choose=${(event: CustomEvent<readonly Option[]>): void =>
        void this.send(event.detail[0]?.label ?? '')}
    ></quiver-option-bar>`;
  }

  // --- What visitors do. ---

  private onChoose(event: CustomEvent<readonly Option[]>): void {
    if (!event.detail.length) return;
    this.composer?.focus();
    void this.conversation?.choose(event.detail);
  }

  private onMenu(): void {
    this.menuShown = !this.menuShown;
    this.forgetting = false;
  }

  private onRestart(): void {
    this.menuShown = false;
    void this.restart();
    this.composer?.focus();
  }

  private onForget(): void {
    this.menuShown = false;
    void this.conversation?.forget().then(() => {
      this.announced = this.strings.forgotten;
    });
    this.composer?.focus();
  }

  private onDownload(): void {
    const state = this.conversation?.state;
    if (!state) return;
    const name = state.description?.name ?? '';
    const text = transcriptText(name, state.entries, this.strings);
    const link = document.createElement('a');
    link.href = URL.createObjectURL(new Blob([text], { type: 'text/plain' }));
    link.download = 'conversation.txt';
    link.click();
    URL.revokeObjectURL(link.href);
    this.menuShown = false;
  }

  private onPanelKey(event: KeyboardEvent): void {
    if (event.key === 'Escape') {
      event.stopPropagation();
      if (this.menuShown) this.onMenu();
      else this.close();
    } else if (event.key === 'Tab' && this.fullScreen) {
      this.keepFocusInside(event);
    }
  }

  private keepFocusInside(event: KeyboardEvent): void {
    const active = this.shadowRoot?.activeElement;
    const first = this.renderRoot.querySelector<HTMLElement>('header button');
    if (event.shiftKey && active === first) {
      event.preventDefault();
      this.composer?.focus();
    } else if (!event.shiftKey && active === this.composer) {
      const inner = this.composer?.shadowRoot?.activeElement;
      const send = this.composer?.shadowRoot?.querySelector('button');
      if (inner !== send && !send?.disabled) return;
      event.preventDefault();
      first?.focus();
    }
  }

  /** Up and Down go from message to message. */
  private onLogKey(event: KeyboardEvent): void {
    const entries = [...this.renderRoot.querySelectorAll<HTMLElement>('article.entry')];
    const at = entries.indexOf(this.shadowRoot?.activeElement as HTMLElement);
    const onLog = event.target === event.currentTarget;
    if (!onLog && at < 0) return;
    const target =
      event.key === 'ArrowUp' ? (at < 0 ? entries.length - 1 : at - 1)
      : event.key === 'ArrowDown' ? at + 1
      : event.key === 'Home' ? 0
      : event.key === 'End' ? entries.length - 1
      : null;
    if (target === null) return;
    event.preventDefault();
    entries[Math.max(0, Math.min(target, entries.length - 1))]?.focus();
  }
}

