import { StringDecoder } from 'node:string_decoder';
import type { Client } from '@xmpp/client';

interface Reading {
  _onData(data: Buffer | string): void;
}

/**
 * Keeps characters whole that arrive in two pieces. `@xmpp/connection` turns each piece of the
 * stream into text by itself, so that a character of several bytes at the end of one is lost.
 * Call it before the client is started.
 */
export function keepCharactersWhole(client: Client): void {
  const reading = client as unknown as Reading;
  const read = reading._onData.bind(client);
  let decoder = new StringDecoder('utf8');
  client.on('connecting', () => {
    decoder = new StringDecoder('utf8');
  });
  reading._onData = (data) => {
    read(typeof data === 'string' ? data : decoder.write(data));
  };
}
