import type { ReactiveControllerHost } from 'lit';
import { fetchDrawing, type Drawing } from '../pickers/drawing.js';

/** The drawing for the picker that is shown, fetched when it is first needed. */
export class PickerDrawing {
  /** Null until it is there, and when there is none. */
  current: Drawing | null = null;

  private picker = '';

  constructor(private readonly host: ReactiveControllerHost) {}

  /** Asks for the drawing of `picker`; "" is none and keeps the last one. */
  show(picker: string): void {
    if (!picker || picker === this.picker) return;
    this.picker = picker;
    this.current = null;
    const base = new URL(/* @vite-ignore */ './', import.meta.url).href;
    void fetchDrawing(base, picker).then((drawing) => {
      if (this.picker !== picker) return;
      this.current = drawing;
      // One that could not be fetched is asked for again with the next reply.
      if (!drawing) this.picker = '';
      this.host.requestUpdate();
    });
  }
}
