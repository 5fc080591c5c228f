import type { Conversation } from '../conversation/conversation.js';
import type { Strings } from '../strings.js';
import { saveTranscript } from '../transcript.js';
import { moveByKey, showEntry } from './log_position.js';
import { onPanelKey } from './panel_keys.js';
import type { MenuState, PanelActions } from './panel_view.js';

/** What actions of the panel need of its chat. */
export interface ActingChat {
  readonly strings: () => Strings;
  readonly root: () => ShadowRoot;
  readonly log: () => HTMLElement | null;
  /** Begun when there is none yet. */
  readonly conversation: () => Conversation;
  readonly menu: () => MenuState;
  readonly setMenu: (menu: MenuState) => void;
  readonly focusInput: () => void;
  readonly say: (text: string) => void;
  readonly fire: (type: string, detail: unknown) => void;
  readonly close: () => void;
}

/** What the panel of `chat` does when something in it is chosen. */
export function panelActions(chat: ActingChat): PanelActions {
  const { conversation, focusInput } = chat;
  return {
    ...menuActions(chat),
    say: (text) => {
      focusInput();
      void conversation().send(text);
    },
    choose: (options) => {
      focusInput();
      void conversation().choose(options);
    },
    retry: (key) => {
      focusInput();
      void conversation().retry(key);
    },
    retryAll: () => void conversation().retryAll(),
    rate: (turn, helpful) => {
      chat.fire('chat-feedback', { turn, helpful });
      void rate(chat, turn, helpful);
    },
    show: (key) => {
      const log = chat.log();
      if (log) showEntry(log, key);
    },
    key: (event) => {
      const log = chat.log();
      if (log) moveByKey(event, log);
    },
    panelKey: (event) => {
      onPanelKey(event, chat.root(), () => {
        if (chat.menu() === 'closed') chat.close();
        else chat.setMenu('closed');
      });
    },
  };
}

function menuActions(
  chat: ActingChat,
): Pick<PanelActions, 'close' | 'setMenu' | 'restart' | 'forget' | 'save'> {
  const { conversation, setMenu } = chat;
  return {
    close: chat.close,
    setMenu,
    restart: () => {
      setMenu('closed');
      chat.focusInput();
      void conversation().restart();
    },
    forget: () => {
      setMenu('closed');
      chat.focusInput();
      void forget(chat);
    },
    save: (format) => {
      setMenu('closed');
      saveTranscript(format, conversation().state, chat.strings());
    },
  };
}

async function forget(chat: ActingChat): Promise<void> {
  const conversation = chat.conversation();
  await conversation.forget();
  if (!conversation.state.problem) chat.say(chat.strings().forgotten);
}

async function rate(chat: ActingChat, turn: number, helpful: boolean): Promise<void> {
  const conversation = chat.conversation();
  await conversation.rate(turn, helpful);
  // The buttons go away, and with them the focus.
  if (!conversation.state.ratable) chat.focusInput();
}
