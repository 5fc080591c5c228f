import { expect, it } from 'vitest';
import { safeUrl } from '../../src/elements/safe_url.js';

it.each(['https://example.org/a', 'mailto:a@example.org', 'tel:112'])(
  'follows %s',
  (url) => {
    expect(safeUrl(url)).toBe(url);
  },
);

it.each([
  'javascript:alert(1)',
  'JAVASCRIPT:x',
  'data:text/html,x',
  'http://a.org',
  '/a',
  '',
])('does not follow "%s"', (url) => {
  expect(safeUrl(url)).toBeNull();
});
