import { readFileSync } from 'node:fs';
import { parse } from 'smol-toml';
import { type Section, type Setting, SettingsError, Values } from './values.js';

const prefix = 'QUIVER_BOT_';

type Environment = Readonly<Record<string, string | undefined>>;

/** Reads sections from a TOML file and the environment; the latter wins. */
export class SettingsReader {
  readonly #file: ReadonlyMap<string, ReadonlyMap<string, unknown>>;
  readonly #problems: string[] = [];

  /** `path` empty: there is no file. */
  constructor(
    private readonly path: string,
    private readonly environment: Environment,
    private readonly sections: ReadonlyMap<string, Section>,
  ) {
    this.#file = path === '' ? new Map() : this.#readFile();
    this.#findUnknown();
  }

  /** Whether anything of the section is set. */
  mentions(section: string): boolean {
    const start = `${prefix}${section.toUpperCase()}_`;
    return (
      this.#file.has(section) ||
      Object.keys(this.environment).some((name) => name.startsWith(start))
    );
  }

  section(name: string): Values {
    const values = new Map<string, string>();
    for (const [key, setting] of Object.entries(this.sections.get(name) ?? {})) {
      values.set(key, this.#value(name, key, setting));
    }
    return new Values(values);
  }

  /** Throws SettingsError when anything read so far was wrong. */
  finish(): void {
    if (this.#problems.length > 0) throw new SettingsError(this.#problems);
  }

  #value(section: string, key: string, setting: Setting): string {
    const variable = variableOf(section, key);
    const found = this.#found(section, key, setting, variable);
    if (found === undefined) {
      if (setting.usual !== undefined) return setting.usual;
      const file = setting.kind === 'secret' ? `, or ${key}_file in [${section}]` : '';
      this.#problems.push(
        `${section}.${key} is not set (${setting.help}): set ${variable}${file}`,
      );
      return '';
    }
    const wrong = faultOf(found, setting);
    if (wrong !== null) this.#problems.push(`${section}.${key} ${wrong}`);
    return found;
  }

  #found(
    section: string,
    key: string,
    setting: Setting,
    variable: string,
  ): string | undefined {
    const inFile = this.#file.get(section);
    if (setting.kind !== 'secret')
      return this.environment[variable] ?? asText(inFile?.get(key));
    if (inFile?.has(key) === true) {
      this.#problems.push(
        `${section}.${key} is a secret and must not stand in ${this.path}: set ${variable},` +
          ` or put it in a file of its own and name that in ${key}_file`,
      );
    }
    const path =
      this.environment[`${variable}_FILE`] ?? asText(inFile?.get(`${key}_file`));
    return (
      this.environment[variable] ?? (path === undefined ? undefined : this.#secret(path))
    );
  }

  #secret(path: string): string {
    try {
      return readFileSync(path, 'utf8').trim();
    } catch {
      this.#problems.push(`the secret file ${path} cannot be read`);
      return '';
    }
  }

  #readFile(): Map<string, ReadonlyMap<string, unknown>> {
    try {
      const content: unknown = parse(readFileSync(this.path, 'utf8'));
      const sections = Object.entries(content as Record<string, unknown>);
      return new Map(
        sections.map(([name, keys]) => [name, new Map(Object.entries(keys ?? {}))]),
      );
    } catch (error) {
      const why = error instanceof Error ? error.message : '';
      throw new SettingsError([`${this.path}: ${why}`]);
    }
  }

  #findUnknown(): void {
    for (const [section, keys] of this.#file) {
      const known = this.sections.get(section);
      if (known === undefined) {
        const all = [...this.sections.keys()].join(', ');
        this.#problems.push(
          `${this.path}: there is no section [${section}]; there are ${all}`,
        );
        continue;
      }
      for (const key of keys.keys()) {
        const secret = known[key.replace(/_file$/u, '')]?.kind === 'secret';
        if (key in known || secret) continue;
        const all = Object.keys(known).join(', ');
        this.#problems.push(`${this.path}: [${section}] has no ${key}; it has ${all}`);
      }
    }
  }
}

function variableOf(section: string, key: string): string {
  return `${prefix}${section.toUpperCase()}_${key.toUpperCase()}`;
}

function asText(value: unknown): string | undefined {
  return typeof value === 'string' ||
    typeof value === 'number' ||
    typeof value === 'boolean'
    ? String(value)
    : undefined;
}

function faultOf(value: string, setting: Setting): string | null {
  if (setting.oneOf !== undefined && !setting.oneOf.includes(value)) {
    return `must be one of ${setting.oneOf.join(', ')}`;
  }
  if (setting.kind === 'flag' && !['true', 'false'].includes(value)) {
    return 'must be true or false';
  }
  if (setting.kind === 'number' && !(Number(value) >= 0 && value.trim() !== '')) {
    return 'must be a number, 0 or more';
  }
  return null;
}
