import { component, xml } from '@xmpp/component';
import type { Client, Element } from '@xmpp/client';
import { Prosody } from './prosody.js';
import { dist, type XmppText } from '../support/bot_parts.js';
import { CuttableLine } from '../support/cuttable_line.js';
import { Messenger, type Deliver } from './messenger.js';

const receipts = 'urn:xmpp:receipts';

/** XMPP on a real prosody: a component speaks for any number of people. */
export class XmppMessenger extends Messenger {
  readonly name = 'xmpp';
  readonly server = new Prosody();
  /** How the bot reaches the server. */
  readonly line = new CuttableLine(() => this.server.clientPort);
  /** Ids of messages that the bot said it received. */
  readonly received: string[] = [];
  #component: Client | null = null;
  #messages = 0;

  async start(): Promise<void> {
    await this.server.start();
    await this.line.start();
    this.#component = component({
      service: `xmpp://127.0.0.1:${this.server.componentPort}`,
      domain: this.server.people,
      password: this.server.password,
    });
    // The people's own program has the fault too that the bot works around.
    const { keepCharactersWhole } = await dist<XmppText>('channels/xmpp_text.js');
    keepCharactersWhole(this.#component);
    this.#component.on('error', () => undefined);
    this.#component.on('online', () => {
      this.changed();
    });
    this.#component.on('stanza', (stanza: Element) => {
      this.#hear(stanza);
    });
    await this.#component.start();
  }

  async stop(): Promise<void> {
    this.line.stop();
    await this.#component?.stop();
    await this.server.kill();
  }

  /** The people, too, are connected again. */
  async reconnected(): Promise<void> {
    await this.until(
      () => this.#component?.status === 'online',
      () => 'the component',
    );
  }

  environment(): Record<string, string> {
    return {
      QUIVER_BOT_XMPP_SERVICE: `xmpp://127.0.0.1:${this.line.port}`,
      QUIVER_BOT_XMPP_DOMAIN: this.server.domain,
      QUIVER_BOT_XMPP_USERNAME: 'bot',
      QUIVER_BOT_XMPP_PASSWORD: this.server.password,
    };
  }

  botStarted(): void {}

  text(person: string, text: string): Deliver {
    const id = `message-${++this.#messages}`;
    return async () => {
      const stanza = xml(
        'message',
        {
          type: 'chat',
          id,
          from: `${person}@${this.server.people}/phone`,
          to: `bot@${this.server.domain}`,
        },
        xml('body', null, text),
        xml('request', { xmlns: receipts }),
      );
      await this.#component?.send(stanza);
    };
  }

  /** There are no buttons: the number is typed. */
  tap(person: string, label: string): Deliver {
    return this.text(person, this.choice(person, label).data);
  }

  #hear(stanza: Element): void {
    if (!stanza.is('message')) return;
    const receipt = stanza.getChild('received', receipts)?.attrs['id'];
    if (receipt !== undefined) this.received.push(receipt);
    const text = stanza.getChildText('body');
    const person = (stanza.attrs['to'] ?? '').split('@')[0] ?? '';
    if (text === null) return;
    const choices = [...text.matchAll(/^(\d+)\. (.+)$/gmu)].map((found) => ({
      label: found[2] ?? '',
      data: found[1] ?? '',
    }));
    this.heard(person, { text, choices });
  }
}
