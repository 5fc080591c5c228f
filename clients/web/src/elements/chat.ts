import { LitElement, html, nothing, type TemplateResult } from 'lit';
import { beginConversation } from '../conversation/begin_conversation.js';
import type { Conversation } from '../conversation/conversation.js';
import type { MemoryKind } from '../conversation/session_memory.js';
import type { Reply } from '../generated/quiver/v1/assistant.js';
import { directionOf, languageOf, stringsFor, type Strings } from '../strings.js';
import { Announcer } from './announcer.js';
import { launcherView, nothingUnread, type Unread } from './launcher_view.js';
import { messageStyles } from './message_styles.js';
import { isUrgent } from './message_view.js';
import { showEnd, showReply } from './log_position.js';
import { panelActions } from './panel_actions.js';
import { panelStyles } from './panel_styles.js';
import { panelView, type MenuState } from './panel_view.js';
import { PickerDrawing } from './picker_drawing.js';
import { Surroundings } from './surroundings.js';
import { palette, theme } from './theme.js';

/**
 * The chat: a launcher and a panel, or with `inline` only the panel.
 * docs/widget.md describes its attributes, events, parts and variables.
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
    menu: { state: true },
    unread: { state: true },
  };

  declare endpoint: string;
  declare assistant: string;
  declare locale: string;
  declare theme: string;
  declare memory: MemoryKind;
  declare inline: boolean;
  declare shown: boolean;
  declare menu: MenuState;
  declare unread: Unread;

  static override styles = [palette, theme, messageStyles, panelStyles];

  private begun: Conversation | null = null;
  private readonly drawing = new PickerDrawing(this);
  private readonly announcer = new Announcer(this);
  private readonly surroundings = new Surroundings(this, () => {
    void this.begun?.retryAll();
  });

  constructor() {
    super();
    this.endpoint = '';
    this.assistant = '';
    this.locale = '';
    this.theme = 'auto';
    this.memory = 'local';
    this.inline = false;
    this.shown = false;
    this.menu = 'closed';
    this.unread = nothingUnread;
  }

  // --- What pages may call. ---

  async open(): Promise<void> {
    if (this.shown) return;
    this.shown = true;
    this.unread = nothingUnread;
    this.toggleAttribute('data-open', true);
    this.fire('chat-open');
    this.begin();
    await this.position(showEnd);
    if (!this.inline) this.focusInput();
  }

  close(): void {
    if (!this.shown || this.inline) return;
    this.shown = false;
    this.menu = 'closed';
    this.toggleAttribute('data-open', false);
    this.fire('chat-close');
    void this.updateComplete.then(() => {
      this.find('.launcher')?.focus();
    });
  }

  toggle(): void {
    if (this.shown) this.close();
    else void this.open();
  }

  send(text: string): Promise<void> {
    return this.begin().send(text);
  }

  restart(): Promise<void> {
    return this.begin().restart();
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
    if (this.inline) void this.open();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.begun?.close();
    this.begun = null;
    this.shown = false;
  }

  override willUpdate(): void {
    const dark =
      this.theme === 'dark' || (this.theme !== 'light' && this.surroundings.dark);
    this.toggleAttribute('data-dark', dark);
    this.dir = directionOf(this.language);
  }

  override render(): TemplateResult {
    const activity = this.shown && this.begun?.state.busy ? this.strings.typing : '';
    return html`${this.shown ? nothing : this.launcherView()}
    ${this.begun ? this.panelView(this.begun) : nothing} ${this.announcer.view(activity)}`;
  }

  private launcherView(): TemplateResult {
    return launcherView(this.strings, this.unread, () => {
      void this.open();
    });
  }

  private panelView(conversation: Conversation): TemplateResult {
    const model = {
      strings: this.strings,
      language: this.language,
      direction: directionOf(this.language),
      state: conversation.state,
      drawing: this.drawing.current,
      online: this.surroundings.online,
      shown: this.shown,
      inline: this.inline,
      modal: !this.inline && this.surroundings.small,
      menu: this.menu,
    };
    return panelView(model, this.actions);
  }

  private get language(): string {
    return languageOf(this.locale);
  }

  private get strings(): Strings {
    return stringsFor(this.language);
  }

  private find(selector: string): HTMLElement | null {
    return this.renderRoot.querySelector<HTMLElement>(selector);
  }

  private get log(): HTMLElement | null {
    return this.find('.log');
  }

  /** Moves the log once it shows what is new. */
  private async position(move: (log: HTMLElement) => void): Promise<void> {
    await this.updateComplete;
    if (this.log) move(this.log);
  }

  /** Begun when first needed: a page that nobody talks on calls nobody. */
  private begin(): Conversation {
    if (this.begun) return this.begun;
    const { endpoint, assistant, memory } = this;
    this.begun = beginConversation(
      { endpoint, assistant, memory, language: () => this.language },
      {
        changed: () => {
          this.onChange();
        },
        replied: (reply) => {
          this.onReply(reply);
        },
        failed: (problem) => {
          this.fire('chat-error', problem);
        },
      },
    );
    void this.begun.open().then(() => this.position(showEnd));
    return this.begun;
  }

  private onChange(): void {
    this.requestUpdate();
    const entries = this.begun?.state.entries ?? [];
    const last = entries[entries.length - 1];
    this.drawing.show(last?.kind === 'assistant' ? last.reply.picker : '');
    if (last?.kind !== 'visitor' || last.state === 'sent') return;
    void this.position(showEnd);
  }

  private onReply(reply: Reply): void {
    this.fire('chat-message', reply);
    const urgent = isUrgent(reply);
    if (!this.shown) {
      const { count, urgent: before } = this.unread;
      this.unread = { count: count + 1, urgent: urgent || before };
    }
    const text = reply.messages.map((message) => message.text).join(' ');
    this.announcer.say(this.strings.announce(text, reply.options.length), urgent);
    void this.position((log) => {
      showReply(log, urgent);
    });
  }

  private fire(type: string, detail?: unknown): void {
    this.dispatchEvent(new CustomEvent(type, { detail, bubbles: true, composed: true }));
  }

  /** On a phone the field would bring up the keyboard, over what is to be read. */
  private focusInput(): void {
    if (this.surroundings.touch) this.log?.focus({ preventScroll: true });
    else this.find('quiver-composer')?.focus();
  }

  private readonly actions = panelActions({
    strings: () => this.strings,
    root: () => this.renderRoot as ShadowRoot,
    log: () => this.log,
    conversation: () => this.begin(),
    menu: () => this.menu,
    setMenu: (menu) => {
      this.menu = menu;
    },
    focusInput: () => {
      this.focusInput();
    },
    say: (text) => {
      this.announcer.say(text);
    },
    fire: (type, detail) => {
      this.fire(type, detail);
    },
    close: () => {
      this.close();
    },
  });
}
