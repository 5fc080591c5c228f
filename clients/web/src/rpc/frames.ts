// The frames of a gRPC-Web body: a flag byte, a big-endian length of four
// bytes, and that many bytes.

export interface Frame {
  readonly trailers: boolean;
  readonly payload: Uint8Array;
}

const headBytes = 5;
const trailersFlag = 0x80;

export function encodeMessage(message: Uint8Array): Uint8Array<ArrayBuffer> {
  const frame = new Uint8Array(headBytes + message.length);
  new DataView(frame.buffer).setUint32(1, message.length);
  frame.set(message, headBytes);
  return frame;
}

/** Cuts `body` into frames; null when it is cut off or not such a body. */
export function decodeFrames(body: Uint8Array): Frame[] | null {
  const view = new DataView(body.buffer, body.byteOffset, body.byteLength);
  const frames: Frame[] = [];
  let at = 0;
  while (at < body.length) {
    if (at + headBytes > body.length) return null;
    const flags = view.getUint8(at);
    const end = at + headBytes + view.getUint32(at + 1);
    if (end > body.length || (flags & ~trailersFlag) !== 0) return null;
    frames.push({
      trailers: (flags & trailersFlag) !== 0,
      payload: body.subarray(at + headBytes, end),
    });
    at = end;
  }
  return frames;
}

/** The fields of a trailers frame; names are lower case. */
export function decodeTrailers(payload: Uint8Array): Map<string, string> {
  const fields = new Map<string, string>();
  for (const line of new TextDecoder().decode(payload).split('\r\n')) {
    const colon = line.indexOf(':');
    if (colon > 0) {
      fields.set(line.slice(0, colon).trim().toLowerCase(), line.slice(colon + 1).trim());
    }
  }
  return fields;
}
