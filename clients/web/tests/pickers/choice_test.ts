import { describe, expect, it } from 'vitest';
import {
  choiceText,
  tellsSides,
  withOption,
  withSide,
  withTap,
  type Choice,
} from '../../src/pickers/choice.js';
import { english } from '../../src/strings.js';
import { makeOption } from '../conversation/fake_server.js';

const options = ['eyelid', 'calf', 'back'].map((name) =>
  makeOption(`part.${name}`, name),
);
const none: Choice = new Map();
const text = (choice: Choice) => choiceText(choice, options, english);

describe('a choice among several', () => {
  it('is told in the order of the options', () => {
    const choice = withOption(withOption(none, 'part.back', true), 'part.eyelid', true);
    expect(text(choice)).toBe('eyelid, back');
    expect(tellsSides(choice)).toBe(false);
  });

  it('is taken back by choosing again', () => {
    const choice = withOption(none, 'part.back', true);
    expect(withOption(choice, 'part.back', true).size).toBe(0);
  });

  it.each([
    [['left'], 'left calf'],
    [['right'], 'right calf'],
    [['left', 'right'], 'left and right calf'],
  ] as const)('with sides %j is "%s"', (sides, words) => {
    let choice = withOption(none, 'part.calf', true);
    for (const side of sides) choice = withSide(choice, 'part.calf', side);
    expect(text(choice)).toBe(words);
    expect(tellsSides(choice)).toBe(true);
  });
});

describe('a tap in the picture', () => {
  it('chooses the part with its side', () => {
    expect(text(withTap(none, 'part.calf', 'left', true))).toBe('left calf');
  });

  it('adds the other side, and takes a side back', () => {
    const left = withTap(none, 'part.calf', 'left', true);
    const both = withTap(left, 'part.calf', 'right', true);
    expect(text(both)).toBe('left and right calf');
    expect(text(withTap(both, 'part.calf', 'left', true))).toBe('right calf');
  });

  it('takes the part back with its last side', () => {
    const left = withTap(none, 'part.calf', 'left', true);
    expect(withTap(left, 'part.calf', 'left', true).size).toBe(0);
  });
});

it('a choice of one is replaced by another', () => {
  const choice = withTap(
    withOption(none, 'part.back', false),
    'part.calf',
    'right',
    false,
  );
  expect(text(choice)).toBe('right calf');
});
