/** The canonical codes that the widget tells apart. */
export const Code = {
  OK: 0,
  CANCELLED: 1,
  UNKNOWN: 2,
  INVALID_ARGUMENT: 3,
  DEADLINE_EXCEEDED: 4,
  NOT_FOUND: 5,
  RESOURCE_EXHAUSTED: 8,
  ABORTED: 10,
  UNIMPLEMENTED: 12,
  UNAVAILABLE: 14,
} as const;

const transientCodes: readonly number[] = [
  Code.UNAVAILABLE,
  Code.DEADLINE_EXCEEDED,
  Code.ABORTED,
  Code.RESOURCE_EXHAUSTED,
];

/** A call that did not succeed. */
export class RpcError extends Error {
  constructor(
    readonly code: number,
    message: string,
    /** What the server has to say for people; may be empty. */
    readonly sentence = '',
  ) {
    super(message);
    this.name = 'RpcError';
  }

  /** Whether the same call, sent again, may succeed. */
  get transient(): boolean {
    return transientCodes.includes(this.code);
  }
}
