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
  const storage = (): Storage | null => {
    try {
      if (kind === 'local') return window.localStorage;
      return kind === 'session' ? window.sessionStorage : null;
    } catch {
      return null; // Blocked by the browser's settings.
    }
  };
  const attempt = (action: (store: Storage) => void): void => {
    const store = storage();
    try {
      if (store) action(store);
    } catch {
      // Full, or blocked: the id is held for this page.
    }
  };
  return {
    load: () => {
      attempt((store) => {
        held = store.getItem(key) ?? held;
      });
      return held;
    },
    save: (sessionId) => {
      held = sessionId;
      attempt((store) => {
        store.setItem(key, sessionId);
      });
    },
    clear: () => {
      held = '';
      attempt((store) => {
        store.removeItem(key);
      });
    },
  };
}
