import { Code, RpcError } from '../rpc/rpc_error.js';

/** Why something did not work, as far as a visitor cares. */
export interface Problem {
  /** "refused" will not get better by trying again. */
  readonly kind: 'unreachable' | 'refused' | 'broken';
  /** What the server has to say about it, for people; may be empty. */
  readonly text: string;
}

const refusals: readonly number[] = [
  Code.INVALID_ARGUMENT,
  Code.NOT_FOUND,
  Code.UNIMPLEMENTED,
];

export function problemOf(error: unknown): Problem {
  if (!(error instanceof RpcError)) return { kind: 'broken', text: '' };
  const text = error.sentence;
  if (error.transient) return { kind: 'unreachable', text };
  return { kind: refusals.includes(error.code) ? 'refused' : 'broken', text };
}
