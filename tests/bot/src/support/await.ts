import { EventEmitter, once } from 'node:events';

/** Something that changes; who waits for it looks again at each change. */
export class Changing {
  readonly #events = new EventEmitter().setMaxListeners(0);

  changed(): void {
    this.#events.emit('change');
  }

  /** Resolves once `holds`; rejects with what `describe` says when it does not. */
  async until(
    holds: () => boolean,
    describe: () => string,
    withinMs = 20_000,
  ): Promise<void> {
    const signal = AbortSignal.timeout(withinMs);
    while (!holds()) {
      try {
        await once(this.#events, 'change', { signal });
      } catch {
        throw new Error(`waited in vain: ${describe()}`);
      }
    }
  }
}
