import { afterEach, describe, expect, it, vi } from 'vitest';
import { makeSessionMemory } from '../../src/conversation/session_memory.js';

function stubStorage(name: 'localStorage' | 'sessionStorage') {
  const items = new Map<string, string>();
  const storage = {
    getItem: (key: string) => items.get(key) ?? null,
    setItem: (key: string, value: string) => items.set(key, value),
    removeItem: (key: string) => items.delete(key),
  };
  vi.stubGlobal('window', { [name]: storage });
  return items;
}

afterEach(() => {
  vi.unstubAllGlobals();
});

describe('makeSessionMemory', () => {
  it.each([
    ['local', 'localStorage'],
    ['session', 'sessionStorage'],
  ] as const)('keeps the id of kind %s in %s', (kind, name) => {
    const items = stubStorage(name);
    makeSessionMemory(kind, 'key').save('id');
    expect(makeSessionMemory(kind, 'key').load()).toBe('id');
    makeSessionMemory(kind, 'key').clear();

    expect(items.size).toBe(0);
  });

  it('keeps nothing beyond the page when told so', () => {
    const items = stubStorage('localStorage');
    const memory = makeSessionMemory('none', 'key');
    memory.save('id');

    expect(memory.load()).toBe('id');
    expect(items.size).toBe(0);
  });

  it('does without storage that the browser refuses', () => {
    vi.stubGlobal('window', {
      get localStorage() {
        throw new DOMException('blocked', 'SecurityError');
      },
    });
    const memory = makeSessionMemory('local', 'key');
    memory.save('id');
    expect(memory.load()).toBe('id');
    memory.clear();
    expect(memory.load()).toBe('');
  });

  it('follows another tab that forgets', () => {
    const items = stubStorage('localStorage');
    const memory = makeSessionMemory('local', 'key');
    memory.save('id');
    items.clear();

    expect(memory.load()).toBe('');
  });
});
