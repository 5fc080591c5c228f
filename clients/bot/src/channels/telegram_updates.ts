import type { Message, Update } from 'grammy/types';
import type { Address, Command, Incoming, Input } from '../channel.js';

/** The bot itself. */
export interface Me {
  readonly id: number;
  readonly username: string;
}

/** Goes before option ids in the data of buttons: 64 bytes at most, with it. */
export const optionPrefix = 'o:';

/** What a person did in `update`; null: nothing that is for the bot. */
export function normalise(update: Update, me: Me): Incoming | null {
  if (update.callback_query !== undefined) return tap(update.callback_query);
  const message = update.message ?? update.edited_message;
  if (message?.from === undefined || message.from.is_bot) return null;
  const input = inputOf(message, me);
  if (input === null) return null;
  // A changed message is a new one: its old answer fits it no more.
  const edit = message.edit_date === undefined ? '' : `:${message.edit_date}`;
  return {
    messageId: `${message.message_id}${edit}`,
    workspace: '',
    chat: String(message.chat.id),
    person: String(message.from.id),
    address: addressOf(message),
    input,
    ...languageOf(message.from.language_code),
  };
}

function tap(query: NonNullable<Update['callback_query']>): Incoming | null {
  const { message, data } = query;
  if (message === undefined || data?.startsWith(optionPrefix) !== true) return null;
  return {
    messageId: `tap:${query.id}`,
    workspace: '',
    chat: String(message.chat.id),
    person: String(query.from.id),
    address: { chat: String(message.chat.id) },
    input: { kind: 'option', optionId: data.slice(optionPrefix.length) },
    ...languageOf(query.from.language_code),
  };
}

function languageOf(code: string | undefined): { language?: string } {
  return code === undefined ? {} : { language: code };
}

function addressOf(message: Message): Address {
  const chat = String(message.chat.id);
  if (message.chat.type === 'private') return { chat };
  return {
    chat,
    message: String(message.message_id),
    ...(message.is_topic_message === true
      ? { thread: String(message.message_thread_id) }
      : {}),
  };
}

const commands: readonly string[] = ['start', 'help', 'restart', 'forget'];

function inputOf(message: Message, me: Me): Input | null {
  const direct = message.chat.type === 'private';
  const text = message.text ?? message.caption;
  if (text === undefined)
    return direct && !isService(message) ? { kind: 'unreadable' } : null;
  const mention = new RegExp(`@${me.username}\\b`, 'iu');
  const command = /^\/(\w+)(@\w+)?/u.exec(text);
  const addressed =
    direct || mention.test(text) || message.reply_to_message?.from?.id === me.id;
  if (!addressed) return null;
  const named = command?.[2];
  if (named !== undefined && !mention.test(named)) return null;
  const name = command?.[1]?.toLowerCase() ?? '';
  if (commands.includes(name)) return { kind: 'command', command: name as Command };
  const words = text.replace(mention, '').trim();
  return words === ''
    ? { kind: 'command', command: 'start' }
    : { kind: 'text', text: words };
}

/** "X joined": said by nobody. */
function isService(message: Message): boolean {
  return (
    message.new_chat_members !== undefined ||
    message.pinned_message !== undefined ||
    message.group_chat_created !== undefined
  );
}
