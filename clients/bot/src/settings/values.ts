/** What can be set in a section.  Names are as in the settings file. */
export interface Setting {
  readonly kind: 'text' | 'number' | 'flag' | 'secret';
  readonly help: string;
  /** What holds when it is not set; without it, it must be set. */
  readonly usual?: string;
  /** The only values there are. */
  readonly oneOf?: readonly string[];
}

export type Section = Readonly<Record<string, Setting>>;

/** The settings of one section, read and checked. */
export class Values {
  constructor(private readonly values: ReadonlyMap<string, string>) {}

  text(name: string): string {
    const value = this.values.get(name);
    if (value === undefined) throw new Error(`no setting is called ${name}`);
    return value;
  }

  number(name: string): number {
    return Number(this.text(name));
  }

  flag(name: string): boolean {
    return this.text(name) === 'true';
  }
}

/** Everything that is wrong with the settings, for a person to read. */
export class SettingsError extends Error {
  constructor(readonly problems: readonly string[]) {
    super(problems.join('\n'));
    this.name = 'SettingsError';
  }
}
