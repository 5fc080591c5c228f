import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { onLocaleAdded } from '../strings.js';

/**
 * What the browser is like just now.  Renders its host anew when that changes.
 */
export class Surroundings implements ReactiveController {
  private readonly darkness = matchMedia('(prefers-color-scheme: dark)');
  private readonly smallness = matchMedia('(max-width: 480px)');
  private readonly coarseness = matchMedia('(pointer: coarse)');
  private readonly cleanups: (() => void)[] = [];

  constructor(
    private readonly host: ReactiveControllerHost & HTMLElement,
    private readonly cameOnline: () => void,
  ) {
    host.addController(this);
  }

  get online(): boolean {
    return navigator.onLine;
  }

  get dark(): boolean {
    return this.darkness.matches;
  }

  /** A phone: the panel fills the screen. */
  get small(): boolean {
    return this.smallness.matches;
  }

  /** Focus in a text field brings up a keyboard that hides half of the screen. */
  get touch(): boolean {
    return this.coarseness.matches;
  }

  hostConnected(): void {
    const update = (): void => {
      this.host.requestUpdate();
    };
    this.listen(this.darkness, 'change', update);
    this.listen(this.smallness, 'change', update);
    this.listen(window, 'offline', update);
    this.listen(window, 'online', () => {
      update();
      this.cameOnline();
    });
    this.cleanups.push(onLocaleAdded(update));
    const viewport = window.visualViewport;
    if (!viewport) return;
    const fit = (): void => {
      this.fit(viewport);
    };
    this.listen(viewport, 'resize', fit);
    this.listen(viewport, 'scroll', fit);
  }

  hostDisconnected(): void {
    for (const cleanup of this.cleanups.splice(0)) cleanup();
  }

  /** Keeps the panel of a phone beside its keyboard, not behind it. */
  private fit(viewport: VisualViewport): void {
    const { style } = this.host;
    style.setProperty('--viewport-height', `${String(viewport.height)}px`);
    style.setProperty('--viewport-top', `${String(viewport.offsetTop)}px`);
  }

  private listen(target: EventTarget, type: string, action: () => void): void {
    target.addEventListener(type, action);
    this.cleanups.push(() => {
      target.removeEventListener(type, action);
    });
  }
}
