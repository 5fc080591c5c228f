/** The other tabs with the same conversation. */
export interface Tabs {
  /** Tells them that the conversation is another now. */
  tell(): void;
  /** Calls `listener` when one of them tells so. */
  hear(listener: () => void): void;
  close(): void;
}

const alone: Tabs = {
  tell: () => undefined,
  hear: () => undefined,
  close: () => undefined,
};

/** Connects to the other tabs that use `key`. */
export function joinTabs(key: string): Tabs {
  if (typeof BroadcastChannel === 'undefined') return alone;
  const channel = new BroadcastChannel(key);
  return {
    tell: () => {
      channel.postMessage('changed');
    },
    hear: (listener) => {
      channel.onmessage = listener;
    },
    close: () => {
      channel.close();
    },
  };
}
