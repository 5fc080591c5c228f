import { BinaryReader, BinaryWriter } from '@bufbuild/protobuf/wire';
import { describe, expect, it } from 'vitest';
import { ListTurnsResponse, SendMessageRequest } from '../../src/generated/tables.js';
import { decode, encode, type Fields, type Table } from '../../src/rpc/wire.js';

interface Sample {
  text: string;
  flag: boolean;
  count: number;
  words: string[];
  when: Date | undefined;
  inner: { text: string } | undefined;
  part: { $case: string; value: unknown } | undefined;
}
const inner: Fields = [[1, 'text', 'string']];
const sample: Table<Sample> = [
  [1, 'text', 'string'],
  [2, 'flag', 'bool'],
  [3, 'count', 'number'],
  [4, 'words', 'string', true],
  [5, 'when', 'time'],
  [6, 'inner', inner],
  [7, 'one', inner, false, 'part'],
  [8, 'other', inner, false, 'part'],
];

/** The same, written by another maker's code. */
function written(): Uint8Array {
  return new BinaryWriter()
    .tag(1, 2)
    .string('Čau 👋')
    .tag(2, 0)
    .bool(true)
    .tag(3, 0)
    .uint64(2n ** 53n - 1n)
    .tag(4, 2)
    .string('a')
    .tag(4, 2)
    .string('')
    .tag(5, 2)
    .fork()
    .tag(1, 0)
    .int64(1_700_000_000)
    .tag(2, 0)
    .int32(250_000_000)
    .join()
    .tag(6, 2)
    .fork()
    .tag(1, 2)
    .string('inside')
    .join()
    .tag(8, 2)
    .fork()
    .tag(1, 2)
    .string('chosen')
    .join()
    .finish();
}

describe('decode', () => {
  it('reads what others write', () => {
    expect(decode(sample, written())).toEqual({
      text: 'Čau 👋',
      flag: true,
      count: 2 ** 53 - 1,
      words: ['a', ''],
      when: new Date(1_700_000_000_250),
      inner: { text: 'inside' },
      part: { $case: 'other', value: { text: 'chosen' } },
    });
  });

  it('gives defaults to what is not there', () => {
    expect(decode(sample, new Uint8Array())).toEqual({
      text: '',
      flag: false,
      count: 0,
      words: [],
      when: undefined,
      inner: undefined,
      part: undefined,
    });
  });

  it('skips fields that it does not know', () => {
    const bytes = new BinaryWriter()
      .tag(100, 0)
      .uint32(5)
      .tag(101, 1)
      .double(1.5)
      .tag(102, 2)
      .string('new')
      .tag(103, 5)
      .float(2)
      .tag(1, 2)
      .string('known')
      .finish();

    expect(decode(sample, bytes).text).toBe('known');
  });

  it.each(Array.from(written().keys()))(
    'never hangs when cut off after %i bytes',
    (end) => {
      const bytes = written().subarray(0, end);
      let text = '';
      try {
        text = decode(sample, bytes).text;
      } catch (error) {
        expect(error).toBeInstanceOf(RangeError);
      }
      expect(['', 'Čau 👋']).toContain(text);
    },
  );

  it.each([
    ['a text where a number belongs', [0x1a, 0x01, 0x41]],
    ['a number where a text belongs', [0x08, 0x01]],
    ['a group', [0x0b]],
    ['a number without end', Array<number>(12).fill(0xff)],
    ['a length beyond the end', [0x0a, 0x7f, 0x41]],
  ])('refuses %s', (_, bytes) => {
    expect(() => decode(sample, Uint8Array.from(bytes))).toThrow(RangeError);
  });
});

describe('encode', () => {
  it('writes what others read', () => {
    const bytes = encode(SendMessageRequest, {
      assistant: '',
      sessionId: 'ž',
      requestId: '',
      text: '',
      optionIds: ['body_part.calf', ''],
      event: 2,
      languageCode: '',
      channel: '',
      includeTrace: true,
    });
    const reader = new BinaryReader(bytes);

    expect(reader.tag()).toEqual([2, 2]);
    expect(reader.string()).toBe('ž');
    expect(reader.tag()).toEqual([5, 2]);
    expect(reader.string()).toBe('body_part.calf');
    expect(reader.tag()).toEqual([5, 2]);
    expect(reader.string()).toBe('');
    expect(reader.tag()).toEqual([6, 0]);
    expect(reader.uint32()).toBe(2);
    expect(reader.tag()).toEqual([9, 0]);
    expect(reader.bool()).toBe(true);
    expect(reader.pos).toBe(bytes.length);
  });

  it.each([0, 1, 127, 128, 300, 2 ** 31, 2 ** 32 + 1, 2 ** 53 - 1])(
    'keeps %d',
    (count) => {
      const numbers: Table<{ count: number }> = [[1, 'count', 'number']];
      expect(decode(numbers, encode(numbers, { count }))).toEqual({ count });
    },
  );
});

describe('the tables of the contract', () => {
  it('have turns with their replies', () => {
    const turn = ListTurnsResponse.find(([, name]) => name === 'turns')?.[2] as Fields;
    expect(turn.map(([, name]) => name)).toEqual([
      'turn',
      'createTime',
      'input',
      'reply',
      'feedback',
    ]);
  });
});
