// Protocol buffers as the widget needs them: messages as tables of fields, read
// and written by one small interpreter.

/** Whole numbers are 0 to 2^53. */
export type Kind = 'string' | 'bool' | 'number' | 'bytes' | 'time' | Fields;

/** Number, name, kind, whether repeated, and the oneof that it belongs to. */
export type Field = readonly [
  number: number,
  name: string,
  kind: Kind,
  repeated?: boolean,
  oneof?: string,
];

export type Fields = readonly Field[];

/** The fields of a message of type `T`. */
export type Table<T> = Fields & { readonly message?: T };

type Values = Record<string, unknown>;

const varint = 0;
const fixed64 = 1;
const lengthDelimited = 2;
const fixed32 = 5;

/** Writes a message of texts, truth values and numbers, such as a request. */
export function encode<T extends object>(table: Table<T>, message: T): Uint8Array {
  const out: number[] = [];
  for (const [number, name, , repeated] of table) {
    const value = (message as Values)[name];
    for (const item of repeated ? (value as unknown[]) : [value]) {
      // What has its default is not written, except in a list.
      if (item || repeated) writeField(out, number, item);
    }
  }
  return Uint8Array.from(out);
}

function writeField(out: number[], number: number, value: unknown): void {
  if (typeof value !== 'string') {
    writeVarint(out, number * 8 + varint);
    writeVarint(out, Number(value));
    return;
  }
  const bytes = new TextEncoder().encode(value);
  writeVarint(out, number * 8 + lengthDelimited);
  writeVarint(out, bytes.length);
  out.push(...bytes);
}

function writeVarint(out: number[], value: number): void {
  let rest = value;
  while (rest > 127) {
    out.push((rest % 128) + 128);
    rest = Math.floor(rest / 128);
  }
  out.push(rest);
}

/**
 * Reads a message; fields that the table has not are skipped.  Throws when
 * `bytes` are not such a message.
 */
export function decode<T extends object>(table: Table<T>, bytes: Uint8Array): T {
  return decodeFields(table, bytes) as T;
}

function decodeFields(fields: Fields, bytes: Uint8Array): Values {
  const message = emptyMessage(fields);
  const reader = new Reader(bytes);
  while (!reader.atEnd) {
    const tag = reader.varint();
    const field = fields.find(([number]) => number === Math.floor(tag / 8));
    const content = reader.content(tag % 8);
    if (field) store(message, field, valueOf(field[2], content));
  }
  return message;
}

function emptyMessage(fields: Fields): Values {
  const message: Values = {};
  for (const [, name, kind, repeated, oneof] of fields) {
    if (oneof) message[oneof] = undefined;
    else message[name] = repeated ? [] : defaults.get(kind);
  }
  return message;
}

const defaults = new Map<Kind, unknown>([
  ['string', ''],
  ['bool', false],
  ['number', 0],
]);

function store(message: Values, field: Field, value: unknown): void {
  const [, name, , repeated, oneof] = field;
  if (oneof) message[oneof] = { $case: name, value };
  else if (repeated) (message[name] as unknown[]).push(value);
  else message[name] = value;
}

function valueOf(kind: Kind, content: number | Uint8Array): unknown {
  if (typeof content === 'number') {
    if (kind === 'number') return content;
    if (kind === 'bool') return content !== 0;
  } else {
    if (kind === 'bytes') return content;
    if (kind === 'string') return new TextDecoder().decode(content);
    if (kind === 'time') return timeOf(content);
    if (typeof kind === 'object') return decodeFields(kind, content);
  }
  throw new RangeError('a field is of another type');
}

const timestamp: Fields = [
  [1, 'seconds', 'number'],
  [2, 'nanos', 'number'],
];

function timeOf(bytes: Uint8Array): Date {
  const { seconds, nanos } = decodeFields(timestamp, bytes);
  return new Date(Number(seconds) * 1000 + Number(nanos) / 1e6);
}

class Reader {
  private at = 0;

  constructor(private readonly bytes: Uint8Array) {}

  get atEnd(): boolean {
    return this.at >= this.bytes.length;
  }

  varint(): number {
    let value = 0;
    for (let weight = 1; weight < 2 ** 70; weight *= 128) {
      const [byte = 0] = this.take(1);
      value += (byte % 128) * weight;
      if (byte < 128) return value;
    }
    throw new RangeError('a number is too long');
  }

  /** What a field of a wire type holds. */
  content(type: number): number | Uint8Array {
    if (type === varint) return this.varint();
    if (type === lengthDelimited) return this.take(this.varint());
    if (type === fixed64) return this.take(8);
    if (type === fixed32) return this.take(4);
    throw new RangeError('a field has an unknown type');
  }

  private take(count: number): Uint8Array {
    const end = this.at + count;
    if (end > this.bytes.length) throw new RangeError('a message is cut off');
    const taken = this.bytes.subarray(this.at, end);
    this.at = end;
    return taken;
  }
}
