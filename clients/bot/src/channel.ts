/**
 * What a channel is to the rest of the bot.  A channel verifies and normalises
 * what it receives and sends what it is given; everything else is done once,
 * for all channels, in core/ and render/.
 */

/** Where an answer goes.  Only the channel that made it reads it. */
export interface Address {
  readonly chat: string;
  readonly thread?: string;
  /** The message that is answered, where a chat has many people. */
  readonly message?: string;
}

export type Command = 'start' | 'help' | 'restart' | 'forget';

/** What a person did. */
export type Input =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'option'; readonly optionId: string }
  | { readonly kind: 'command'; readonly command: Command }
  /** A picture, a voice message: anything without words. */
  | { readonly kind: 'unreadable' };

/** One message of a person, as every channel tells it. */
export interface Incoming {
  /** The same whenever the platform delivers the message again. */
  readonly messageId: string;
  readonly workspace: string;
  readonly chat: string;
  readonly person: string;
  readonly address: Address;
  readonly input: Input;
  /** BCP 47, where the platform tells it. */
  readonly language?: string;
}

/** How a channel writes.  All functions take plain text and return markup. */
export interface Format {
  text(plain: string): string;
  strong(plain: string): string;
  link(label: string, url: string): string;
  /** Length of markup in the unit that `Limits.textLength` is in. */
  length(markup: string): number;
}

/** What fits in a message. */
export interface Limits {
  readonly textLength: number;
  /** Buttons in one message; 0: there are none. */
  readonly buttons: number;
  /** Entries of a menu, where there are more than buttons allow; 0: no menus. */
  readonly menu: number;
  /** Characters of a button's or an entry's label. */
  readonly labelLength: number;
}

export interface Choice {
  readonly optionId: string;
  readonly label: string;
}

/** A message ready to be sent. */
export interface Outgoing {
  /** The same whenever it is sent again. */
  readonly id: string;
  /** Markup, within the limits. */
  readonly text: string;
  readonly choices: readonly Choice[];
  readonly as: 'buttons' | 'menu' | 'none';
}

/** Sending failed. */
export class SendError extends Error {
  /** @param retryMs When to try again; null: never, nobody would get it. */
  constructor(
    message: string,
    readonly retryMs: number | null,
  ) {
    super(message);
    this.name = 'SendError';
  }
}

/** A channel cannot work as it is set up.  `advice` says what to do. */
export class ChannelError extends Error {
  constructor(
    message: string,
    readonly advice: string,
  ) {
    super(message);
    this.name = 'ChannelError';
  }
}

export interface WebRequest {
  readonly headers: Readonly<Record<string, string | undefined>>;
  readonly body: Buffer;
}

export interface WebResponse {
  readonly status: number;
  readonly body?: string;
  readonly contentType?: string;
}

/** Answers POST requests of a platform. */
export type WebHandler = (request: WebRequest) => Promise<WebResponse>;

/**
 * Takes a message over.  Resolves once it is safe on disk: only then may the
 * channel acknowledge it.  Rejects when it could not be taken over.
 */
export type Accept = (incoming: Incoming) => Promise<void>;

export interface ChannelEvents {
  readonly accept: Accept;
  /** The channel cannot go on. */
  readonly failed: (error: ChannelError) => void;
}

export interface Channel {
  /** As in SendMessageRequest.channel. */
  readonly name: string;
  readonly format: Format;
  readonly limits: Limits;
  /** Where the platform calls, by path; none where the channel polls. */
  readonly routes: ReadonlyMap<string, WebHandler>;
  /** Whether messages come in and go out now. */
  readonly connected: boolean;

  /** Tries the credentials.  Rejects with ChannelError. */
  check(): Promise<void>;
  /** Begins to receive.  Rejects with ChannelError. */
  start(events: ChannelEvents): Promise<void>;
  /** Receives no more; sending still works. */
  pause(): Promise<void>;
  /** Lets go of everything. */
  close(): Promise<void>;
  /** Rejects with SendError. */
  send(to: Address, message: Outgoing): Promise<void>;
  /** Shows that an answer is being written.  Its failing matters to nobody. */
  typing(to: Address): Promise<void>;
}
