import { type Address, type Channel, type Outgoing, SendError } from '../channel.js';
import { type Log, reason } from '../ops/log.js';
import type { Metrics } from '../ops/metrics.js';
import { type Patience, Stopped, pauseMs, wait } from './patience.js';

/** Sends until the platform took it or says that nobody will get it. */
export class Delivery {
  constructor(
    private readonly log: Log,
    private readonly metrics: Metrics,
    private readonly patience: Patience,
    private readonly stop: AbortSignal,
  ) {}

  /**
   * Sends `messages`, in order, from number `from`; `sent` is told after each.
   * Returns false when they cannot be delivered.  Rejects with Stopped.
   */
  async deliver(
    channel: Channel,
    to: Address,
    messages: readonly Outgoing[],
    from: number,
    sent: (count: number) => Promise<void>,
  ): Promise<boolean> {
    for (let at = from; at < messages.length; at++) {
      const message = messages[at];
      if (message === undefined) continue;
      if (!(await this.#send(channel, to, message))) return false;
      if (at + 1 < messages.length) await sent(at + 1);
    }
    return true;
  }

  async #send(channel: Channel, to: Address, message: Outgoing): Promise<boolean> {
    for (let failures = 1; ; failures++) {
      if (this.stop.aborted) throw new Stopped();
      try {
        await channel.send(to, message);
        this.metrics.sent.inc({ channel: channel.name });
        return true;
      } catch (error) {
        this.metrics.sendFailures.inc({ channel: channel.name });
        const retryMs = error instanceof SendError ? error.retryMs : 0;
        this.log.warning('send failed', {
          channel: channel.name,
          reason: reason(error),
          again: retryMs !== null,
        });
        if (retryMs === null) return false;
        await wait(Math.max(retryMs, pauseMs(failures, this.patience)), this.stop);
      }
    }
  }
}
