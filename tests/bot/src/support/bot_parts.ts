import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';

/** A module of the bot as it was built; tests state what they use of it. */
export async function dist<Module>(name: string): Promise<Module> {
  const file = join(dirname(process.env['QUIVER_TEST_BOT'] ?? ''), name);
  return (await import(pathToFileURL(file).href)) as Module;
}

interface Choice {
  readonly optionId: string;
  readonly label: string;
}

export interface Render {
  render(
    reply: unknown,
    surface: object,
    words: unknown,
    id: string,
  ): {
    messages: readonly { text: string; as: string; choices: readonly Choice[] }[];
    offered: readonly Choice[];
  };
}

export interface Choices {
  chosen(text: string, offered: readonly Choice[], several: boolean): string[] | null;
}

export interface Kinds {
  readonly kinds: readonly {
    readonly name: string;
    open(settings: object, log: object): object;
  }[];
}

export interface TelegramText {
  readonly html: {
    text(plain: string): string;
    strong(plain: string): string;
    link(label: string, url: string): string;
  };
  plainOf(markup: string): string;
}

export interface XmppText {
  keepCharactersWhole(client: unknown): void;
}
