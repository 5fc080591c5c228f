import { Counter, Gauge, Histogram, Registry } from 'prom-client';

/** How a message that was taken over ended. */
export type Ending = 'answered' | 'duplicate' | 'limited' | 'undeliverable' | 'expired';

/** Figures for Prometheus.  docs/bots.md has the table. */
export class Metrics {
  readonly registry = new Registry();

  readonly accepted = this.#counter('quiver_bot_accepted_total', 'Messages taken over', [
    'channel',
  ]);
  readonly ended = this.#counter('quiver_bot_ended_total', 'Messages by how they ended', [
    'channel',
    'ending',
  ]);
  readonly refused = this.#counter('quiver_bot_refused_total', 'HTTP requests refused', [
    'status',
  ]);
  readonly sent = this.#counter('quiver_bot_sent_total', 'Messages sent', ['channel']);
  readonly sendFailures = this.#counter(
    'quiver_bot_send_failures_total',
    'Attempts to send that failed',
    ['channel'],
  );
  readonly askFailures = this.#counter(
    'quiver_bot_ask_failures_total',
    'Calls of the server that failed',
    ['code'],
  );
  readonly pending = new Gauge({
    name: 'quiver_bot_pending',
    help: 'Messages that are not answered yet',
    registers: [this.registry],
  });
  readonly answerSeconds = new Histogram({
    name: 'quiver_bot_answer_seconds',
    help: 'From taking a message over to its answer being sent',
    labelNames: ['channel'] as const,
    buckets: [0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 60, 600],
    registers: [this.registry],
  });

  #counter(name: string, help: string, labelNames: string[]): Counter {
    return new Counter({ name, help, labelNames, registers: [this.registry] });
  }
}
