/** The other tabs with the same conversation. */
export interface Tabs {
  /**
   * Tells them that the conversation is another now, and its session ("" for
   * none): what another tab stored may not have reached their storage yet.
   */
  tell(sessionId: string): void;
  /** Calls `listener` when one of them tells so. */
  hear(listener: (sessionId: string) => void): void;
  close(): void;
}

/** Of tabs that each have a session of their own. */
export const alone: Tabs = {
  tell: () => undefined,
  hear: () => undefined,
  close: () => undefined,
};

/** Connects to the other tabs that use `key`. */
export function joinTabs(key: string): Tabs {
  if (typeof BroadcastChannel === 'undefined') return alone;
  const channel = new BroadcastChannel(key);
  return {
    tell: (sessionId) => {
      channel.postMessage(sessionId);
    },
    hear: (listener) => {
      channel.onmessage = (event: MessageEvent<unknown>) => {
        if (typeof event.data === 'string') listener(event.data);
      };
    },
    close: () => {
      channel.close();
    },
  };
}
