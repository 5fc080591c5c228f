import type { Choice, Format, Limits, Outgoing } from '../channel.js';
import type { Reply } from '../generated/quiver/v1/assistant.js';
import type { Words } from '../core/words.js';
import { sectionsOf, type Block } from './blocks.js';
import { pack } from './split.js';

/** How a channel shows things. */
export interface Surface {
  readonly format: Format;
  readonly limits: Limits;
}

/** A reply as messages, and what they offer by number. */
export interface Rendered {
  readonly messages: readonly Outgoing[];
  readonly offered: readonly Choice[];
}

/**
 * Turns `reply` into messages that `surface` can show.  Pure: the same reply
 * gives the same messages.  `id` is theirs, numbered.
 */
export function render(
  reply: Reply,
  surface: Surface,
  words: Words,
  id: string,
): Rendered {
  const sections = sectionsOf(reply, words);
  const offered = choicesOf(reply);
  const as = wayToOffer(offered, surface.limits);
  const numbers =
    as === 'none' && offered.length > 0 ? numbered(offered, reply.multiple, words) : [];
  const rest = [
    ...sections.answer,
    ...sections.sources,
    ...sections.question,
    ...numbers,
  ];
  const { format, limits } = surface;
  const texts = [
    ...pack(sections.urgent, format, limits.textLength),
    ...pack(rest, format, limits.textLength),
  ];
  const last = texts.length - 1;
  const messages = texts.map((text, at) => ({
    id: `${id}-${at}`,
    text,
    as: at === last ? as : ('none' as const),
    choices: at === last && as !== 'none' ? offered : [],
  }));
  return { messages, offered };
}

/** A message in plain words, without choices. */
export function renderPlain(
  paragraphs: readonly string[],
  surface: Surface,
  id: string,
): Outgoing[] {
  const blocks = paragraphs.map((plain) => ({ plain }));
  return pack(blocks, surface.format, surface.limits.textLength).map((text, at) => ({
    id: `${id}-${at}`,
    text,
    as: 'none' as const,
    choices: [],
  }));
}

/** The options as the server counts them, then what only the picker has. */
function choicesOf(reply: Reply): Choice[] {
  const all = new Map<string, Choice>();
  for (const { optionId, label } of [...reply.options, ...reply.pickerOptions]) {
    if (!all.has(optionId)) all.set(optionId, { optionId, label });
  }
  return [...all.values()];
}

function wayToOffer(choices: readonly Choice[], limits: Limits): Outgoing['as'] {
  if (choices.length === 0) return 'none';
  if (choices.some((choice) => choice.label.length > limits.labelLength)) return 'none';
  if (choices.length <= limits.buttons) return 'buttons';
  return choices.length <= limits.menu ? 'menu' : 'none';
}

function numbered(choices: readonly Choice[], several: boolean, words: Words): Block[] {
  const lines = choices.map((choice, at) => ({
    plain: `${at + 1}. ${choice.label}`,
    tight: at > 0,
  }));
  return [...lines, { plain: several ? words.chooseSeveral : words.chooseNumber }];
}
