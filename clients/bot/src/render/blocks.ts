import type { Format } from '../channel.js';
import {
  MessageKind,
  type Citation,
  type Message,
  type Part,
  type Reply,
} from '../generated/quiver/v1/assistant.js';
import { filled, type Words } from '../core/words.js';

/** Something to show that is best kept together. */
export interface Block {
  readonly plain: string;
  readonly strong?: boolean;
  /** With it `plain` is the label. */
  readonly url?: string;
  /** Goes on the line after the block before, without a gap. */
  readonly tight?: boolean;
}

/** Telephone numbers and the like are spelled out: not every program calls. */
export function markup(block: Block, format: Format): string {
  const { url } = block;
  if (url !== undefined && /^https?:/u.test(url)) return format.link(block.plain, url);
  if (url !== undefined) {
    const target = url.replace(/^[a-z]+:/u, '');
    const told = block.plain.includes(target);
    return format.text(told ? block.plain : `${block.plain}: ${target}`);
  }
  return block.strong === true ? format.strong(block.plain) : format.text(block.plain);
}

/** The parts of a reply, by where they go. */
export interface Sections {
  /** Warnings of danger, to be shown first and whole. */
  readonly urgent: Block[];
  readonly answer: Block[];
  readonly sources: Block[];
  readonly question: Block[];
}

export function sectionsOf(reply: Reply, words: Words): Sections {
  const of = (wanted: (kind: MessageKind) => boolean): Block[] =>
    reply.messages.filter((message) => wanted(message.kind)).flatMap(blocksOf);
  const urgent = of((kind) => kind === MessageKind.MESSAGE_KIND_SAFETY);
  const [first, ...others] = urgent;
  return {
    urgent: first === undefined ? [] : [emphasised(first), ...others],
    answer: of(
      (kind) =>
        kind !== MessageKind.MESSAGE_KIND_SAFETY &&
        kind !== MessageKind.MESSAGE_KIND_QUESTION,
    ),
    sources: sourcesOf(reply.citations, words),
    question: of((kind) => kind === MessageKind.MESSAGE_KIND_QUESTION),
  };
}

function emphasised(block: Block): Block {
  return block.url === undefined ? { ...block, strong: true } : block;
}

function blocksOf(message: Message): Block[] {
  if (message.parts.length === 0) return textBlocks(message.text);
  return message.parts.flatMap(blocksOfPart);
}

function blocksOfPart(part: Part): Block[] {
  switch (part.kind?.$case) {
    case 'paragraph':
      return textBlocks(part.kind.value.text);
    case 'list': {
      const { items, ordered } = part.kind.value;
      return items.map((item, at) => ({
        plain: `${ordered ? `${at + 1}.` : '•'} ${item}`,
        tight: at > 0,
      }));
    }
    case 'link':
      return [{ plain: part.kind.value.label, url: part.kind.value.url }];
    case undefined:
      return [];
  }
}

function textBlocks(text: string): Block[] {
  return text
    .split(/\n\s*\n/u)
    .map((plain) => ({ plain: plain.trim() }))
    .filter((block) => block.plain !== '');
}

function sourcesOf(citations: readonly Citation[], words: Words): Block[] {
  const found = new Map<string, Block>();
  for (const source of citations.flatMap((citation) => citation.sources)) {
    const year = source.year > 0 ? `, ${source.year}` : '';
    const plain = `${source.organisation}: ${source.title}${year}`;
    const block = { plain, tight: true };
    found.set(plain, source.url === '' ? block : { ...block, url: source.url });
  }
  if (found.size === 0) return [];
  const date = citations
    .map((citation) => citation.reviewed)
    .filter((reviewed) => reviewed !== '')
    .sort()[0];
  const reviewed =
    date === undefined ? [] : [{ plain: filled(words.reviewed, { date }), tight: true }];
  return [{ plain: `${words.sources}:` }, ...found.values(), ...reviewed];
}
