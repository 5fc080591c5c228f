/** A picture whose regions stand for options; an asset, not code. */
export interface Drawing {
  readonly views: readonly DrawingView[];
}

export interface DrawingView {
  readonly name: string;
  readonly width: number;
  readonly height: number;
  readonly outline: string;
  readonly regions: readonly DrawingRegion[];
}

export interface DrawingRegion {
  /** The id of the option that it stands for. */
  readonly option: string;
  /** SVG path data. */
  readonly path: string;
}

/** Fetches the drawing of `picker`; null when there is none. */
export async function fetchDrawing(base: string, picker: string): Promise<Drawing | null> {
  if (!/^[a-z0-9_]+$/.test(picker)) return null;
  try {
    const response = await fetch(`${base}pickers/${picker}.json`, { credentials: 'omit' });
    return response.ok ? ((await response.json()) as Drawing) : null;
  } catch {
    return null;
  }
}
