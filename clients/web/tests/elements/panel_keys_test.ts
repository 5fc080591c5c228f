import { expect, it } from 'vitest';
import { messageAfterKey } from '../../src/elements/panel_keys.js';

it.each([
  ['ArrowUp', -1, 4],
  ['ArrowUp', 3, 2],
  ['ArrowUp', 0, 0],
  ['ArrowDown', 3, 4],
  ['ArrowDown', 4, 4],
  ['Home', 3, 0],
  ['End', 0, 4],
  ['a', 2, null],
])('%s from message %i of five leads to %s', (key, from, to) => {
  expect(messageAfterKey(key, from, 5)).toBe(to);
});
