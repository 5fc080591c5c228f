import { Messenger, type Deliver } from './messenger.js';
import { TelegramFake } from './telegram_fake.js';

/** Telegram by long polling, on the strict stand-in. */
export class TelegramMessenger extends Messenger {
  readonly name = 'telegram';
  readonly fake = new TelegramFake();
  #updates = 0;
  readonly #people = new Map<string, number>();
  #seen = 0;

  async start(): Promise<void> {
    await this.fake.start();
    const fake = this.fake;
    const changed = fake.changed.bind(fake);
    fake.changed = () => {
      changed();
      this.#hear();
    };
  }

  stop(): Promise<void> {
    this.faults.push(...this.fake.faults);
    return this.fake.stop();
  }

  environment(): Record<string, string> {
    return {
      QUIVER_BOT_TELEGRAM_TOKEN: this.fake.token,
      QUIVER_BOT_TELEGRAM_API_ROOT: this.fake.url,
    };
  }

  botStarted(): void {}

  text(person: string, text: string): Deliver {
    return this.#message(person, { text });
  }

  picture(person: string): Deliver {
    return this.#message(person, { photo: [] });
  }

  #message(person: string, content: object): Deliver {
    const id = this.#id(person);
    return this.#update({
      message: {
        message_id: 1_000_000 + this.#updates,
        date: 1,
        chat: { id, type: 'private', first_name: person },
        from: { id, is_bot: false, first_name: person, language_code: 'en' },
        ...content,
      },
    });
  }

  tap(person: string, label: string): Deliver {
    const id = this.#id(person);
    return this.#update({
      callback_query: {
        id: `tap${this.#updates}`,
        chat_instance: '1',
        from: { id, is_bot: false, first_name: person },
        message: {
          message_id: 5,
          date: 1,
          chat: { id, type: 'private', first_name: person },
        },
        data: this.choice(person, label).data,
      },
    });
  }

  #id(person: string): number {
    const known = this.#people.get(person) ?? 100 + this.#people.size;
    this.#people.set(person, known);
    return known;
  }

  /** Delivered again, it comes again also after it was confirmed. */
  #update(content: object): Deliver {
    const update = { update_id: ++this.#updates, ...content };
    return () => {
      this.fake.offer(update);
      return Promise.resolve();
    };
  }

  #hear(): void {
    const sent = this.fake.sent.slice(this.#seen);
    this.#seen = this.fake.sent.length;
    for (const message of sent) {
      const person = [...this.#people].find(
        ([, id]) => String(id) === String(message.chat_id),
      );
      const buttons = (message.reply_markup?.inline_keyboard ?? []).flat();
      const choices = buttons.map((each) => ({
        label: each.text,
        data: each.callback_data,
      }));
      this.heard(person?.[0] ?? '', { text: message.text, choices });
    }
  }
}
