/** Runs jobs of one chat in the order they came, those of many chats together. */
export class ChatQueues {
  readonly #last = new Map<string, Promise<void>>();
  readonly #waiting = new Map<string, number>();

  /** Jobs of `chat` that did not end. */
  waiting(chat: string): number {
    return this.#waiting.get(chat) ?? 0;
  }

  /** Jobs that did not end. */
  get size(): number {
    let all = 0;
    for (const waiting of this.#waiting.values()) all += waiting;
    return all;
  }

  /** `job` must not reject. */
  add(chat: string, job: () => Promise<void>): void {
    this.#waiting.set(chat, this.waiting(chat) + 1);
    const last = (this.#last.get(chat) ?? Promise.resolve()).then(job).finally(() => {
      const left = this.waiting(chat) - 1;
      if (left > 0) {
        this.#waiting.set(chat, left);
      } else {
        this.#waiting.delete(chat);
        this.#last.delete(chat);
      }
    });
    this.#last.set(chat, last);
  }

  /** Resolves when no job is left. */
  async idle(): Promise<void> {
    while (this.#last.size > 0) await Promise.all(this.#last.values());
  }
}
