import type { Option } from '../generated/quiver/v1/assistant.js';
import type { Strings } from '../strings.js';
import type { Side } from './drawing.js';

/** The sides told of each option that is ticked; none told is an empty set. */
export type Choice = ReadonlyMap<string, ReadonlySet<Side>>;

const noSides: ReadonlySet<Side> = new Set();

/** `choice` with `option` ticked, or no longer. */
export function withOption(choice: Choice, option: string, several: boolean): Choice {
  const changed = new Map(several || choice.has(option) ? choice : []);
  if (!changed.delete(option)) changed.set(option, noSides);
  return changed;
}

/** `choice` with one side of a ticked option told, or no longer. */
export function withSide(choice: Choice, option: string, side: Side): Choice {
  const sides = new Set(choice.get(option));
  if (!sides.delete(side)) sides.add(side);
  return new Map(choice).set(option, sides);
}

/** `choice` after `side` of `option` was tapped in a picture. */
export function withTap(
  choice: Choice,
  option: string,
  side: Side,
  several: boolean,
): Choice {
  const ticked = choice.get(option);
  if (!ticked) return withSide(withOption(choice, option, several), option, side);
  const changed = withSide(choice, option, side);
  return changed.get(option)?.size ? changed : withOption(changed, option, several);
}

export function isTold(choice: Choice, option: string, side: Side): boolean {
  return choice.get(option)?.has(side) ?? false;
}

/** The choice in the visitor's words: "eyelid, left calf". */
export function choiceText(
  choice: Choice,
  options: readonly Option[],
  strings: Strings,
): string {
  return options
    .filter((option) => choice.has(option.optionId))
    .map(({ optionId, label }) => {
      const left = isTold(choice, optionId, 'left');
      const right = isTold(choice, optionId, 'right');
      return left || right ? strings.withSides(label, left, right) : label;
    })
    .join(', ');
}

/** Whether any side is told: options alone cannot say that. */
export function tellsSides(choice: Choice): boolean {
  return [...choice.values()].some((sides) => sides.size > 0);
}
