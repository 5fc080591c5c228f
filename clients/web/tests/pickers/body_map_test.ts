import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { pairedOptions, type Drawing } from '../../src/pickers/drawing.js';

const file = new URL('../../public/widget/v1/pickers/body_map.json', import.meta.url);
const text = readFileSync(file, 'utf8');
const drawing = JSON.parse(text) as Drawing;
const regions = drawing.views.flatMap((view) => view.regions);

describe('the body map', () => {
  it('shows the person from the front and from behind, as a mirror does not', () => {
    expect(drawing.views.map((view) => view.viewer_left)).toEqual(['right', 'left']);
  });

  it('has about 25 places and stays small', () => {
    const places = new Set(regions.map((region) => region.option));
    expect(places.size).toBeGreaterThanOrEqual(24);
    expect(places.size).toBeLessThanOrEqual(30);
    expect(text.length).toBeLessThan(6 * 1024);
  });

  it('draws only with path data', () => {
    for (const path of [drawing.outline, ...regions.map((region) => region.path)]) {
      expect(path).toMatch(/^M[-MLHVCQaz0-9. ]+$/);
    }
  });

  it('knows which places come in pairs', () => {
    const paired = pairedOptions(drawing);
    expect(paired.has('body_part.calf')).toBe(true);
    expect(paired.has('body_part.chest')).toBe(false);
  });
});
