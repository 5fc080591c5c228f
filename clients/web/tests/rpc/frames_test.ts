import { describe, expect, it } from 'vitest';
import { decodeFrames, decodeTrailers, encodeMessage } from '../../src/rpc/frames.js';

const text = (value: string) => new TextEncoder().encode(value);

function trailersFrame(fields: string): Uint8Array {
  const frame = encodeMessage(text(fields));
  frame[0] = 0x80;
  return frame;
}

const body = Uint8Array.from([
  ...encodeMessage(text('hello')),
  ...trailersFrame('grpc-status:0\r\nGRPC-Message: a:b \r\n'),
]);

describe('decodeFrames', () => {
  it('cuts a body into message and trailers', () => {
    const frames = decodeFrames(body)!;
    expect(frames.map((frame) => frame.trailers)).toEqual([false, true]);
    expect(frames[0]!.payload).toEqual(text('hello'));
  });

  it('reads a body that begins inside a buffer', () => {
    const shifted = Uint8Array.from([9, 9, 9, ...body]).subarray(3);
    expect(decodeFrames(shifted)).toHaveLength(2);
  });

  it.each(Array.from(body.keys()))(
    'finds no more than whole frames in %i bytes',
    (end) => {
      const messageEnd = 5 + 'hello'.length;
      const frames = decodeFrames(body.subarray(0, end));
      if (end === 0) expect(frames).toEqual([]);
      else if (end === messageEnd) expect(frames).toHaveLength(1);
      else expect(frames).toBeNull();
    },
  );

  it.each([0x01, 0x02, 0x81])(
    'refuses flags %i, compressed frames among them',
    (flags) => {
      const bytes = Uint8Array.from(body);
      bytes[0] = flags;
      expect(decodeFrames(bytes)).toBeNull();
    },
  );
});

describe('decodeTrailers', () => {
  it('takes names in lower case and values without spaces around', () => {
    expect(Object.fromEntries(decodeTrailers(decodeFrames(body)![1]!.payload))).toEqual({
      'grpc-status': '0',
      'grpc-message': 'a:b',
    });
  });
});
