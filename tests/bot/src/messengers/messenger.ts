import { Changing } from '../support/await.js';
import type { BotPorts } from '../support/programs.js';

/** What the bot said to a person. */
export interface Said {
  readonly text: string;
  readonly choices: readonly { readonly label: string; readonly data: string }[];
}

/** One message to the bot, which the platform can deliver again. */
export type Deliver = () => Promise<void>;

/** A platform with its people, real or a strict stand-in. */
export abstract class Messenger extends Changing {
  abstract readonly name: string;
  /** What the platform found wrong with what the bot did. */
  readonly faults: string[] = [];
  readonly #said = new Map<string, Said[]>();

  abstract start(): Promise<void>;
  abstract stop(): Promise<void>;
  /** Settings of the bot for this platform. */
  abstract environment(): Record<string, string>;
  /** The bot runs; called again after each of its starts. */
  abstract botStarted(ports: BotPorts): void;
  /** A message that `person` writes; not delivered yet. */
  abstract text(person: string, text: string): Deliver;
  /** The choice called `label` in what the bot said last. */
  abstract tap(person: string, label: string): Deliver;

  said(person: string): readonly Said[] {
    return this.#said.get(person) ?? [];
  }

  transcript(person: string): string[] {
    return this.said(person).map((said) => said.text);
  }

  protected heard(person: string, said: Said): void {
    this.#said.set(person, [...this.said(person), said]);
    this.changed();
  }

  protected choice(person: string, label: string): { label: string; data: string } {
    const found = this.said(person)
      .at(-1)
      ?.choices.find((choice) => choice.label === label);
    if (found === undefined) throw new Error(`nothing called ${label} is offered`);
    return found;
  }
}
