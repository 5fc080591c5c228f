/** Values of a log line.  Never a message's text, a raw id or a secret. */
export type Fields = Readonly<Record<string, string | number | boolean>>;

export type Level = 'info' | 'warning' | 'error';

/** Writes one JSON object per line. */
export interface Log {
  info(event: string, fields?: Fields): void;
  warning(event: string, fields?: Fields): void;
  error(event: string, fields?: Fields): void;
}

export function makeLog(write: (line: string) => void, now: () => Date): Log {
  const line =
    (level: Level) =>
    (event: string, fields: Fields = {}): void => {
      write(`${JSON.stringify({ ts: now().toISOString(), level, event, ...fields })}\n`);
    };
  return { info: line('info'), warning: line('warning'), error: line('error') };
}

/** What went wrong, for a log line: without what libraries attach to errors. */
export function reason(error: unknown): string {
  return error instanceof Error ? `${error.name}: ${error.message}` : 'unknown';
}
