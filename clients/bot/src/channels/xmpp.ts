import { createHash, randomUUID, webcrypto } from 'node:crypto';
import { client, type Client, type Element, jid, xml } from '@xmpp/client';
import {
  type Address,
  type Channel,
  ChannelError,
  type ChannelEvents,
  type Command,
  type Format,
  type Incoming,
  type Outgoing,
  SendError,
  type WebHandler,
} from '../channel.js';
import { type Log, reason } from '../ops/log.js';
import type { Section, Values } from '../settings/values.js';
import type { ChannelKind } from './kind.js';
import { keepCharactersWhole } from './xmpp_text.js';

const section: Section = {
  service: { kind: 'text', help: 'xmpps://host:5223 or xmpp://host:5222' },
  domain: { kind: 'text', help: 'what stands behind the @ of the account' },
  username: { kind: 'text', help: 'what stands before it' },
  password: { kind: 'secret', help: 'of the account' },
  resource: { kind: 'text', usual: 'quiver', help: 'name of this connection' },
};

// @xmpp/client expects what Node has by itself from 20 on.
if (!('crypto' in globalThis)) {
  Object.defineProperty(globalThis, 'crypto', { value: webcrypto });
}

const receipts = 'urn:xmpp:receipts';
const chatStates = 'http://jabber.org/protocol/chatstates';

const format: Format = {
  text: (plain) => plain,
  strong: (plain) => plain,
  link: (label, url) => (label === url ? url : `${label} ${url}`),
  length: (markup) => Buffer.byteLength(markup),
};

/** XMPP: direct messages of an account of its own. */
class Xmpp implements Channel {
  readonly name = 'xmpp';
  readonly format = format;
  readonly limits = { textLength: 8000, buttons: 0, menu: 0, labelLength: 200 };
  readonly routes: ReadonlyMap<string, WebHandler> = new Map();
  readonly #client: Client;
  /** Messages that the server has not acknowledged yet. */
  readonly #unacknowledged = new Map<string, (error: SendError | null) => void>();
  #events: ChannelEvents | null = null;

  constructor(
    settings: Values,
    private readonly log: Log,
  ) {
    this.#client = client({
      service: settings.text('service'),
      domain: settings.text('domain'),
      username: settings.text('username'),
      password: settings.text('password'),
      resource: settings.text('resource'),
      userAgent: xml('user-agent', { id: randomUUID() }),
    });
    keepCharactersWhole(this.#client);
    this.#client.streamManagement.requestAckDebounce = 20;
    this.#watch();
  }

  get connected(): boolean {
    return this.#client.status === 'online';
  }

  async check(): Promise<void> {
    await this.#connect();
    await this.close();
  }

  async start(events: ChannelEvents): Promise<void> {
    this.#events = events;
    await this.#connect();
  }

  /**
   * The server keeps what comes after the presence; what it passed on before
   * is here when it answers the ping.
   */
  async pause(): Promise<void> {
    if (this.connected) {
      await this.#client.send(xml('presence', { type: 'unavailable' }));
      const ping = xml('iq', { type: 'get' }, xml('ping', { xmlns: 'urn:xmpp:ping' }));
      await this.#client.iqCaller.request(ping).catch(() => undefined);
    }
    this.#events = null;
  }

  async close(): Promise<void> {
    await this.#client.stop().catch(() => undefined);
  }

  /** Resolves when the server has it. */
  async send(to: Address, message: Outgoing): Promise<void> {
    if (!this.connected) throw new SendError('not connected', 500);
    const stanza = xml(
      'message',
      { type: 'chat', to: to.chat, id: message.id },
      xml('body', null, message.text),
      xml('active', { xmlns: chatStates }),
      xml('origin-id', { xmlns: 'urn:xmpp:sid:0', id: message.id }),
      // Stars and the like are no formatting (XEP-0393).
      xml('unstyled', { xmlns: 'urn:xmpp:styling:0' }),
    );
    const managed = this.#client.streamManagement.enabled;
    const taken = managed ? this.#acknowledged(message.id) : null;
    try {
      await this.#client.send(stanza);
    } catch (error) {
      // A managed stream sends it again when it is resumed, or says "fail".
      if (!managed) throw new SendError(reason(error), 500);
    }
    await taken;
  }

  async typing(to: Address): Promise<void> {
    if (!this.connected) return;
    await this.#client.send(
      xml(
        'message',
        { type: 'chat', to: to.chat },
        xml('composing', { xmlns: chatStates }),
      ),
    );
  }

  async #connect(): Promise<void> {
    try {
      await this.#client.start();
    } catch (error) {
      await this.close();
      const failed = error as { condition?: string };
      const advice =
        failed.condition === 'not-authorized'
          ? 'xmpp.username or xmpp.password is wrong'
          : 'see whether xmpp.service is reached and xmpp.domain is its domain';
      throw new ChannelError(`xmpp: ${reason(error)}`, advice);
    }
  }

  #watch(): void {
    this.#client.on('error', (error: unknown) => {
      this.log.warning('connection failed', {
        channel: this.name,
        reason: reason(error),
      });
      const { condition } = error as { condition?: string };
      if (condition === 'conflict') this.#conflict();
    });
    this.#client.on('disconnect', () => {
      if (this.#events !== null)
        this.log.warning('connection lost', { channel: this.name });
    });
    this.#client.on('online', () => {
      void this.#client.send(xml('presence', null)).catch(() => undefined);
    });
    this.#client.on('stanza', (stanza: Element) => {
      void this.#take(stanza).catch((error: unknown) => {
        this.log.error('message not taken over', { reason: reason(error) });
      });
    });
    this.#client.streamManagement.on('resumed', () => {
      this.log.info('connection resumed', { channel: this.name });
    });
    const settled = (error: SendError | null) => (stanza: Element) => {
      this.#unacknowledged.get(stanza.attrs['id'] ?? '')?.(error);
    };
    this.#client.streamManagement.on('ack', settled(null));
    this.#client.streamManagement.on(
      'fail',
      settled(new SendError('connection lost', 0)),
    );
  }

  #conflict(): void {
    this.#events?.failed(
      new ChannelError(
        'xmpp: another connection took the place of this one',
        'another bot uses this account and resource: stop it, or give each a resource',
      ),
    );
  }

  #acknowledged(id: string): Promise<void> {
    return new Promise((resolve, reject) => {
      this.#unacknowledged.set(id, (error) => {
        this.#unacknowledged.delete(id);
        if (error === null) resolve();
        else reject(error);
      });
    });
  }

  async #take(stanza: Element): Promise<void> {
    const from = stanza.attrs['from'];
    if (from === undefined) return;
    if (stanza.is('presence') && stanza.attrs['type'] === 'subscribe') {
      await this.#client.send(xml('presence', { to: from, type: 'subscribed' }));
    }
    const incoming = normalise(stanza);
    if (incoming === null || this.#events === null) return;
    await this.#events.accept(incoming);
    const id = stanza.attrs['id'];
    if (id === undefined || stanza.getChild('request', receipts) === undefined) return;
    await this.#client.send(
      xml('message', { to: from }, xml('received', { xmlns: receipts, id })),
    );
  }
}

const commands = new Map<string, Command>([
  ['/start', 'start'],
  ['/help', 'help'],
  ['help', 'help'],
  ['/restart', 'restart'],
  ['start over', 'restart'],
  ['/forget', 'forget'],
  ['forget me', 'forget'],
]);

/** A direct message; null: anything else. */
function normalise(stanza: Element): Incoming | null {
  const from = stanza.attrs['from'];
  const type = stanza.attrs['type'] ?? 'normal';
  if (!stanza.is('message') || from === undefined) return null;
  if (type !== 'chat' && type !== 'normal') return null;
  const text = stanza.getChildText('body')?.trim() ?? '';
  if (text === '') return null;
  const person = jid(from).bare().toString();
  const command = commands.get(text.toLowerCase());
  return {
    messageId: messageIdOf(stanza, text),
    workspace: '',
    chat: person,
    person,
    address: { chat: person },
    input: command === undefined ? { kind: 'text', text } : { kind: 'command', command },
  };
}

/** Some programs count their ids anew each time: the text tells them apart. */
function messageIdOf(stanza: Element, text: string): string {
  const id =
    stanza.getChild('origin-id', 'urn:xmpp:sid:0')?.attrs['id'] ??
    stanza.attrs['id'] ??
    stanza.getChild('stanza-id', 'urn:xmpp:sid:0')?.attrs['id'] ??
    randomUUID();
  return `${id}:${createHash('sha256').update(text).digest('hex')}`;
}

export const xmpp: ChannelKind = {
  name: 'xmpp',
  section,
  open: (settings, log) => new Xmpp(settings, log),
};
