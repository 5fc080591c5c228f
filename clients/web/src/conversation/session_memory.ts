/** Where the id of a session is kept between page loads. */
export interface SessionMemory {
  /** The id; "" for none. */
  load(): string;
  save(sessionId: string): void;
  clear(): void;
}

export type MemoryKind = 'local' | 'session' | 'none';

/**
 * Keeps the id under `key` in the browser's storage; for this page only when
 * `kind` is "none" or the browser refuses.
 */
export function makeSessionMemory(kind: MemoryKind, key: string): SessionMemory {
  let held = '';
  let stored = true;
  /** Whether the browser let `action` have its storage. */
  const use = (action: (storage: Storage) => void): boolean => {
    try {
      if (kind === 'local') action(window.localStorage);
      if (kind === 'session') action(window.sessionStorage);
      return kind === 'local' || kind === 'session';
    } catch {
      return false; // Blocked or full: the id is held for this page.
    }
  };
  return {
    load: () => {
      use((storage) => {
        // Another tab may have begun another session, or left this one.
        if (stored) held = storage.getItem(key) ?? '';
      });
      return held;
    },
    save: (sessionId) => {
      held = sessionId;
      stored = use((storage) => {
        storage.setItem(key, sessionId);
      });
    },
    clear: () => {
      held = '';
      stored = use((storage) => {
        storage.removeItem(key);
      });
    },
  };
}
