/**
 * A picture whose regions stand for options; an asset, not code.  The person
 * in it is the same on both sides: what is drawn is the viewer's left half.
 */
export interface Drawing {
  readonly width: number;
  readonly height: number;
  /** SVG path data of the left half, from top to bottom; regions are cut to it. */
  readonly outline: string;
  readonly views: readonly DrawingView[];
}

export type Side = 'left' | 'right';

export interface DrawingView {
  readonly name: string;
  /** Which side of the person is at the viewer's left. */
  readonly viewer_left: Side;
  readonly regions: readonly DrawingRegion[];
}

export interface DrawingRegion {
  /** The id of the option that it stands for. */
  readonly option: string;
  /** SVG path data. */
  readonly path: string;
  /** Whether there is another one, mirrored: then sides are told apart. */
  readonly paired?: boolean;
}

/** The options that the drawing knows a left and a right one of. */
export function pairedOptions(drawing: Drawing): ReadonlySet<string> {
  const regions = drawing.views.flatMap((view) => view.regions);
  return new Set(regions.filter((region) => region.paired).map(({ option }) => option));
}

export const otherSide = (side: Side): Side => (side === 'left' ? 'right' : 'left');

/** Fetches the drawing of `picker`; null when there is none. */
export async function fetchDrawing(
  base: string,
  picker: string,
): Promise<Drawing | null> {
  if (!/^[a-z0-9_]+$/.test(picker)) return null;
  try {
    const response = await fetch(`${base}pickers/${picker}.json`, {
      credentials: 'omit',
    });
    return response.ok ? ((await response.json()) as Drawing) : null;
  } catch {
    return null;
  }
}
