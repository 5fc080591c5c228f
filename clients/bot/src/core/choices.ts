import type { Choice } from '../channel.js';

const words = [
  'one',
  'two',
  'three',
  'four',
  'five',
  'six',
  'seven',
  'eight',
  'nine',
  'ten',
  'eleven',
  'twelve',
];

/**
 * The options that `text` means by number ("2", "2.", "two", "number 2") or
 * label; with `several`, also as a list ("1, 3 and 4").  Null: none of them.
 */
export function chosen(
  text: string,
  offered: readonly Choice[],
  several: boolean,
): string[] | null {
  if (offered.length === 0) return null;
  const one = choice(text, offered);
  if (one !== null) return [one];
  if (!several) return null;
  const parts = text
    .split(/\s*(?:,|;|&|\+|\band\b|\s)\s*/iu)
    .filter((part) => part !== '');
  if (parts.length < 2) return null;
  const all = parts.map((part) => choice(part, offered));
  return all.every((id) => id !== null) ? [...new Set(all)] : null;
}

function choice(text: string, offered: readonly Choice[]): string | null {
  const plain = text.trim().toLowerCase();
  const labelled = offered.find((option) => option.label.trim().toLowerCase() === plain);
  if (labelled !== undefined) return labelled.optionId;
  const number = /^(?:(?:number|option|no\.?|#)\s*)?(\d{1,3}|[a-z]+)[.)!]?$/u.exec(
    plain,
  )?.[1];
  if (number === undefined) return null;
  const index = /^\d/u.test(number) ? Number(number) : words.indexOf(number) + 1;
  return offered[index - 1]?.optionId ?? null;
}
