/** What tabs with the same conversation tell each other. */
export type TabNews = 'changed' | 'forgotten';

export interface Tabs {
  tell(news: TabNews): void;
  close(): void;
}

/** Connects to the other tabs that use `key`. */
export function joinTabs(key: string, hear: (news: TabNews) => void): Tabs {
  if (typeof BroadcastChannel === 'undefined') {
    return { tell: () => undefined, close: () => undefined };
  }
  const channel = new BroadcastChannel(key);
  channel.onmessage = (event: MessageEvent<TabNews>): void => hear(event.data);
  return {
    tell: (news) => channel.postMessage(news),
    close: () => channel.close(),
  };
}
