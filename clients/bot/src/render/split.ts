import type { Format } from '../channel.js';
import { markup, type Block } from './blocks.js';

/**
 * Puts blocks together in messages of at most `limit`: as few as there are,
 * cut between blocks; a block that is too long by itself is cut after a
 * sentence, else after a word, else after a character.
 */
export function pack(blocks: readonly Block[], format: Format, limit: number): string[] {
  const messages: string[] = [];
  let current = '';
  for (const block of blocks.flatMap((each) => fitting(each, format, limit))) {
    const piece = markup(block, format);
    const joined =
      current === '' ? piece : current + (block.tight ? '\n' : '\n\n') + piece;
    if (format.length(joined) <= limit) {
      current = joined;
      continue;
    }
    messages.push(current);
    current = piece;
  }
  return current === '' ? messages : [...messages, current];
}

const levels: readonly ((text: string) => string[])[] = [
  (text) => text.split(/(?<=\n)/u),
  (text) => text.split(/(?<=[.!?…]["')\]]?\s+)/u),
  (text) => text.split(/(?<=\s)/u),
  (text) => [...new Intl.Segmenter().segment(text)].map((part) => part.segment),
];

/** Cuts `block` until each piece fits; an address that does not fit goes. */
function fitting(block: Block, format: Format, limit: number): Block[] {
  const fits = (plain: string): boolean =>
    format.length(markup({ ...block, plain }, format)) <= limit;
  if (fits(block.plain)) return [block];
  const strong = block.strong ?? false;
  if (block.url !== undefined)
    return fitting({ plain: block.plain, strong }, format, limit);
  return cut(block.plain, fits, 0).map((plain, at) => ({
    plain,
    strong,
    tight: at === 0 && (block.tight ?? false),
  }));
}

function cut(text: string, fits: (plain: string) => boolean, level: number): string[] {
  const pieces: string[] = [];
  let current = '';
  for (const part of levels[level]?.(text) ?? []) {
    if (fits((current + part).trim())) {
      current += part;
      continue;
    }
    pieces.push(current);
    current = '';
    if (fits(part.trim())) current = part;
    else pieces.push(...cut(part, fits, level + 1));
  }
  return [...pieces, current]
    .map((piece) => piece.trim())
    .filter((piece) => piece !== '');
}
