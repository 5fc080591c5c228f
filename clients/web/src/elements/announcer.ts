import { html, type ReactiveControllerHost, type TemplateResult } from 'lit';

const shownMs = 2000;

/**
 * Says things to screen readers: in regions of their own that hold nothing
 * else, so that each is said once, and cleared so that nobody finds it again.
 */
export class Announcer {
  private text = '';
  private urgent = false;
  private timer = 0;

  constructor(private readonly host: ReactiveControllerHost) {}

  /** Urgent things interrupt what is being read. */
  say(text: string, urgent = false): void {
    this.text = text;
    this.urgent = urgent;
    this.host.requestUpdate();
    clearTimeout(this.timer);
    this.timer = window.setTimeout(() => {
      this.text = '';
      this.host.requestUpdate();
    }, shownMs);
  }

  /** `activity`: what is going on, such as "An answer is coming"; or "". */
  view(activity: string): TemplateResult {
    return html`<div class="hidden">
      <div aria-live="polite" data-announcer>${this.urgent ? '' : this.text}</div>
      <div aria-live="assertive">${this.urgent ? this.text : ''}</div>
      <div role="status">${activity}</div>
    </div>`;
  }
}
