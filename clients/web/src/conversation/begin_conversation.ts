import { makeAssistantClient } from '../rpc/assistant_client.js';
import { Conversation, type ConversationListener } from './conversation.js';
import { browserPatience } from './patience.js';
import { makeSessionMemory, type MemoryKind } from './session_memory.js';
import { alone, joinTabs } from './tabs.js';

export interface ConversationSettings {
  readonly endpoint: string;
  readonly assistant: string;
  readonly memory: MemoryKind;
  readonly language: () => string;
}

/** A conversation of this browser with the server. */
export function beginConversation(
  settings: ConversationSettings,
  listener: ConversationListener,
): Conversation {
  const { endpoint, assistant, memory, language } = settings;
  const key = `quiver-chat:${endpoint}:${assistant}`;
  const parts = {
    client: makeAssistantClient(endpoint),
    memory: makeSessionMemory(memory, key),
    tabs: memory === 'local' ? joinTabs(key) : alone,
    patience: browserPatience,
    assistant,
    language,
    makeId,
    now: () => new Date(),
  };
  return new Conversation(parts, listener);
}

/** 128 unguessable bits; crypto.randomUUID() is not there on pages without TLS. */
function makeId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
