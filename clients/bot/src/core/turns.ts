import type { Input, Outgoing } from '../channel.js';
import { Event, type SendMessageRequest } from '../generated/quiver/v1/assistant.js';
import { render, renderPlain, type Surface } from '../render/render.js';
import { AskError, type Assistant } from './assistant.js';
import { chosen } from './choices.js';
import type { Conversation, Pending } from './memory.js';
import { filled, type Words } from './words.js';

/** What is said to a message, and what the conversation is after it. */
export interface Turn {
  readonly messages: readonly Outgoing[];
  readonly after: Conversation;
}

/** Takes turns: asks the assistant and puts its reply in messages. */
export class Turns {
  #maxTextBytes = 0;

  constructor(
    private readonly assistant: Assistant,
    private readonly words: Words,
  ) {}

  /** The same pending message gives the same turn.  Rejects with AskError. */
  async take(pending: Pending, before: Conversation, surface: Surface): Promise<Turn> {
    const { input } = pending.incoming;
    const say = (...paragraphs: string[]): Turn => ({
      messages: renderPlain(paragraphs, surface, pending.requestId),
      after: before,
    });
    if (input.kind === 'unreadable') return say(this.words.unreadable);
    if (input.kind === 'text' && (await this.#tooLong(input.text))) {
      const characters = String(this.#maxTextBytes);
      return say(filled(this.words.tooLong, { characters }));
    }
    if (input.kind === 'command' && input.command === 'help')
      return say(...(await this.#help(pending)));
    if (input.kind === 'command' && input.command === 'forget') {
      if (before.session !== '') await this.assistant.forget(before.session);
      return { ...say(this.words.forgotten), after: emptied(before) };
    }
    return this.#ask(pending, before, surface, say);
  }

  async #ask(
    pending: Pending,
    before: Conversation,
    surface: Surface,
    say: (sentence: string) => Turn,
  ): Promise<Turn> {
    const { input } = pending.incoming;
    try {
      const response = await this.assistant.send({
        sessionId: before.session,
        requestId: pending.requestId,
        channel: pending.channel,
        languageCode: languageCode(pending.incoming.language),
        ...requestInput(input, before),
      });
      if (response.reply === undefined) return say(this.words.broken);
      const { messages, offered } = render(
        response.reply,
        surface,
        this.words,
        pending.requestId,
      );
      const greeted = input.kind === 'command' && input.command === 'start';
      const session = greeted ? before.session : response.sessionId;
      const after = { ...before, session, offered, several: response.reply.multiple };
      return { messages, after };
    } catch (error) {
      if (error instanceof AskError && !error.again) return say(this.words.broken);
      throw error;
    }
  }

  async #tooLong(text: string): Promise<boolean> {
    // No server takes less than this; most messages need no look at its limit.
    if (Buffer.byteLength(text) <= 256) return false;
    if (this.#maxTextBytes === 0) {
      this.#maxTextBytes = (await this.assistant.describe('')).maxTextBytes;
    }
    return this.#maxTextBytes > 0 && Buffer.byteLength(text) > this.#maxTextBytes;
  }

  async #help(pending: Pending): Promise<string[]> {
    const about = await this.assistant.describe(languageCode(pending.incoming.language));
    const questions = about.starterQuestions
      .map((question) => `• ${question}`)
      .join('\n');
    const starters = questions === '' ? '' : `${this.words.tryAsking}\n${questions}`;
    return [about.disclaimer, this.words.commands, starters, about.contact].filter(
      (paragraph) => paragraph !== '',
    );
  }
}

function emptied(before: Conversation): Conversation {
  return { ...before, session: '', offered: [], several: false };
}

function requestInput(input: Input, before: Conversation): Partial<SendMessageRequest> {
  switch (input.kind) {
    case 'text': {
      const optionIds = chosen(input.text, before.offered, before.several);
      return optionIds === null ? { text: input.text } : { optionIds };
    }
    case 'option':
      return { optionIds: [input.optionId] };
    case 'command':
      return {
        event: input.command === 'restart' ? Event.EVENT_RESTART : Event.EVENT_START,
      };
    case 'unreadable':
      return {};
  }
}

/** What the server takes for a language; empty: unknown. */
function languageCode(code: string | undefined): string {
  if (code === undefined || code.length > 35) return '';
  return /^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$/u.test(code) ? code : '';
}
