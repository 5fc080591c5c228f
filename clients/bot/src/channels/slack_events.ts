import type { Command, Incoming, Input } from '../channel.js';

/** What is used of Slack's message and app_mention events. */
export interface SlackMessage {
  readonly channel: string;
  readonly channel_type?: string;
  readonly user?: string;
  readonly bot_id?: string;
  readonly subtype?: string;
  readonly text?: string;
  readonly ts: string;
  readonly thread_ts?: string;
}

/** What is used of Slack's block_actions. */
export interface SlackAction {
  readonly team?: { readonly id: string } | null;
  readonly user: { readonly id: string };
  readonly channel?: { readonly id: string; readonly name?: string };
  readonly message?: { readonly ts: string; readonly thread_ts?: string };
  readonly actions: readonly {
    readonly action_ts?: string;
    readonly value?: string;
    readonly selected_option?: { readonly value: string } | null;
  }[];
}

/**
 * A message to the bot; null: not for it.  Of one message Slack may send both
 * kinds of event, again and again: its time stamp is its name.
 */
export function normaliseMessage(
  message: SlackMessage,
  team: string,
  mentioned: boolean,
): Incoming | null {
  const { user, channel, ts } = message;
  const direct = message.channel_type === 'im' || channel.startsWith('D');
  if (user === undefined || message.bot_id !== undefined) return null;
  if (!direct && !mentioned) return null;
  const input = inputOf(message);
  if (input === null) return null;
  const thread = message.thread_ts ?? (direct ? undefined : ts);
  return { messageId: ts, ...place(team, channel, user, thread), input };
}

/** A button or an entry of a menu that was chosen. */
export function normaliseAction(action: SlackAction): Incoming | null {
  const chosen = action.actions[0];
  const optionId = chosen?.selected_option?.value ?? chosen?.value;
  if (optionId === undefined || action.channel === undefined) return null;
  const thread = action.message?.thread_ts;
  const messageId = `tap:${action.message?.ts ?? ''}:${chosen?.action_ts ?? ''}:${optionId}`;
  return {
    messageId,
    ...place(action.team?.id ?? '', action.channel.id, action.user.id, thread),
    input: { kind: 'option', optionId },
  };
}

/** Each thread is a conversation of its own. */
function place(
  workspace: string,
  channel: string,
  person: string,
  thread: string | undefined,
): Pick<Incoming, 'workspace' | 'chat' | 'person' | 'address'> {
  return {
    workspace,
    chat: thread === undefined ? channel : `${channel}/${thread}`,
    person,
    address: { chat: channel, ...(thread === undefined ? {} : { thread }) },
  };
}

const commands = new Map<string, Command>([
  ['help', 'help'],
  ['start over', 'restart'],
  ['restart', 'restart'],
  ['forget me', 'forget'],
]);

function inputOf(message: SlackMessage): Input | null {
  if (message.subtype === 'file_share' && (message.text ?? '') === '') {
    return { kind: 'unreadable' };
  }
  const said = message.subtype === undefined || message.subtype === 'file_share';
  if (!said || message.text === undefined) return null;
  const text = unescaped(message.text.replace(/<@[A-Z0-9]+(\|[^>]*)?>/gu, '')).trim();
  if (text === '') return { kind: 'command', command: 'start' };
  const command = commands.get(text.toLowerCase());
  return command === undefined ? { kind: 'text', text } : { kind: 'command', command };
}

/** Slack's markup of links and its escapes, as they were typed. */
function unescaped(text: string): string {
  return text
    .replace(/<(?:[^>|]*)\|([^>]*)>/gu, '$1')
    .replace(/<([^>]*)>/gu, '$1')
    .replace(/&lt;/gu, '<')
    .replace(/&gt;/gu, '>')
    .replace(/&amp;/gu, '&');
}
