import { describe, expect, it, vi } from 'vitest';
import {
  addLocale,
  directionOf,
  english,
  onLocaleAdded,
  stringsFor,
} from '../src/strings.js';

describe('stringsFor', () => {
  it('falls back from region to language to English', () => {
    addLocale('xx', { send: 'language', close: 'language' });
    addLocale('xx-YY', { send: 'region' });

    expect(stringsFor('xx-YY')).toMatchObject({
      send: 'region',
      close: 'language',
      open: english.open,
    });
    expect(stringsFor('xx-ZZ').send).toBe('language');
    expect(stringsFor('').send).toBe(english.send);
  });

  it('tells chats on the page about new sentences until they are gone', () => {
    const listener = vi.fn();
    const stop = onLocaleAdded(listener);
    addLocale('xx', {});
    stop();
    addLocale('xx', {});

    expect(listener).toHaveBeenCalledTimes(1);
  });
});

it.each([
  ['ar', 'rtl'],
  ['he-IL', 'rtl'],
  ['en-GB', 'ltr'],
  ['', 'ltr'],
])('"%s" is written %s', (locale, direction) => {
  expect(directionOf(locale)).toBe(direction);
});
