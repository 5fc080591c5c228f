/** How many messages one person may send. */
export interface Rate {
  /** At once. */
  readonly burst: number;
  /** Over time. */
  readonly perMinute: number;
}

interface Bucket {
  left: number;
  at: number;
  told: boolean;
}

export type Verdict = 'allowed' | 'first refusal' | 'refused';

/** A token bucket for every person, by the times of their messages. */
export class RateLimit {
  readonly #buckets = new Map<string, Bucket>();

  constructor(private readonly rate: Rate) {}

  /** Takes a message of `person` that came at `now` (ms); times do not go back. */
  take(person: string, now: number): Verdict {
    const bucket = this.#filled(person, now);
    if (bucket.left >= 1) {
      bucket.left -= 1;
      bucket.told = false;
      return 'allowed';
    }
    if (bucket.told) return 'refused';
    bucket.told = true;
    return 'first refusal';
  }

  /** Forgets people whose buckets are full again. */
  tidy(now: number): void {
    for (const person of this.#buckets.keys()) {
      if (this.#filled(person, now).left >= this.rate.burst) this.#buckets.delete(person);
    }
  }

  #filled(person: string, now: number): Bucket {
    const bucket = this.#buckets.get(person) ?? {
      left: this.rate.burst,
      at: now,
      told: false,
    };
    const gained = (Math.max(0, now - bucket.at) / 60_000) * this.rate.perMinute;
    bucket.left = Math.min(this.rate.burst, bucket.left + gained);
    bucket.at = Math.max(bucket.at, now);
    this.#buckets.set(person, bucket);
    return bucket;
  }
}
