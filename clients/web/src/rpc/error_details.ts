import { decode, type Fields, type Table } from './wire.js';

// Of google.rpc.Status and of its details only what is for people.
const localizedMessage = 'type.googleapis.com/google.rpc.LocalizedMessage';

interface Sentence {
  readonly message: string;
}
const sentenceTable: Table<Sentence> = [[2, 'message', 'string']];

interface Details {
  readonly details: readonly { readonly typeUrl: string; readonly value: Uint8Array }[];
}
const any: Fields = [
  [1, 'typeUrl', 'string'],
  [2, 'value', 'bytes'],
];
const statusTable: Table<Details> = [[3, 'details', any, true]];

/**
 * The sentence for people in grpc-status-details-bin, a google.rpc.Status in
 * base64; "" when there is none.
 */
export function sentenceIn(details: string): string {
  try {
    const bytes = Uint8Array.from(atob(details), (character) => character.charCodeAt(0));
    const status = decode(statusTable, bytes);
    const found = status.details.find((detail) => detail.typeUrl === localizedMessage);
    return found ? decode(sentenceTable, found.value).message : '';
  } catch {
    return ''; // Not base64 or not such a message: the code says enough.
  }
}
