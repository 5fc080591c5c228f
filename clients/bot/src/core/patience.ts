import { setTimeout as sleep } from 'node:timers/promises';

/** Waits between attempts: longer each time, up to a limit, never in step. */
export interface Patience {
  readonly firstMs: number;
  readonly longestMs: number;
}

/** The bot is being stopped; what is not done stays pending. */
export class Stopped extends Error {
  constructor() {
    super('the bot stops');
    this.name = 'Stopped';
  }
}

/** How long to wait after `failures` of them. */
export function pauseMs(failures: number, patience: Patience): number {
  const full = Math.min(patience.longestMs, patience.firstMs * 2 ** (failures - 1));
  return full * (0.5 + Math.random() / 2);
}

/** Rejects with Stopped as soon as `stop` is aborted. */
export async function wait(ms: number, stop: AbortSignal): Promise<void> {
  try {
    await sleep(ms, undefined, { signal: stop });
  } catch {
    throw new Stopped();
  }
}
