import type { BotPorts } from '../support/programs.js';
import { Messenger, type Deliver } from './messenger.js';
import { SlackFake } from './slack_fake.js';

/** Direct messages of Slack: signed requests and a strict Web API. */
export class SlackMessenger extends Messenger {
  readonly name = 'slack';
  readonly fake = new SlackFake();
  #port = 0;
  #events = 0;
  #seen = 0;

  async start(): Promise<void> {
    await this.fake.start();
    const changed = this.fake.changed.bind(this.fake);
    this.fake.changed = () => {
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
      QUIVER_BOT_SLACK_TOKEN: this.fake.token,
      QUIVER_BOT_SLACK_SIGNING_SECRET: this.fake.signingSecret,
      QUIVER_BOT_SLACK_API_URL: this.fake.url,
    };
  }

  botStarted(ports: BotPorts): void {
    this.#port = ports.webhooks;
  }

  text(person: string, text: string): Deliver {
    const number = ++this.#events;
    const body = {
      type: 'event_callback',
      team_id: 'T1',
      api_app_id: 'A1',
      event_id: `Ev${number}`,
      event: {
        type: 'message',
        channel_type: 'im',
        channel: `D${person}`,
        user: `U${person}`,
        text,
        ts: `${1_700_000_000 + number}.000100`,
      },
    };
    return this.#deliver(JSON.stringify(body), 'application/json');
  }

  tap(person: string, label: string): Deliver {
    const value = this.choice(person, label).data;
    const body = {
      type: 'block_actions',
      team: { id: 'T1' },
      user: { id: `U${person}`, team_id: 'T1' },
      channel: { id: `D${person}`, name: 'directmessage' },
      message: { ts: '1.1' },
      api_app_id: 'A1',
      actions: [
        {
          type: 'button',
          block_id: 'b',
          action_id: `choose:${value}`,
          value,
          action_ts: `${++this.#events}.5`,
        },
      ],
    };
    const form = new URLSearchParams({ payload: JSON.stringify(body) });
    return this.#deliver(form.toString(), 'application/x-www-form-urlencoded');
  }

  #deliver(body: string, contentType: string): Deliver {
    return async () => {
      const began = Date.now();
      const response = await this.fake.call(this.#port, body, contentType);
      if (response.status !== 200) this.faults.push(`answered ${response.status}`);
      if (Date.now() - began > 3000) this.faults.push('acknowledged after 3 s');
    };
  }

  #hear(): void {
    const posted = this.fake.posted.slice(this.#seen);
    this.#seen = this.fake.posted.length;
    for (const message of posted) {
      const elements = message.blocks.flatMap((block) => block.elements ?? []);
      const choices = elements.flatMap((element) =>
        (element.options ?? [{ text: element.text, value: element.value }]).map(
          (option) => ({
            label: option.text?.text ?? '',
            data: option.value ?? '',
          }),
        ),
      );
      this.heard(message.channel.slice(1), { text: message.text, choices });
    }
  }
}
