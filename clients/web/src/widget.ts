// Defines the elements.  Loaded by loader.ts, or by a page's own script.
import { Chat } from './elements/chat.js';
import { Composer } from './elements/composer.js';
import { OptionBar } from './elements/option_bar.js';
import { OptionPicker } from './elements/option_picker.js';

const elements: readonly [string, CustomElementConstructor][] = [
  ['quiver-composer', Composer],
  ['quiver-option-bar', OptionBar],
  ['quiver-option-picker', OptionPicker],
  ['quiver-chat', Chat],
];

for (const [name, element] of elements) {
  if (!customElements.get(name)) customElements.define(name, element);
}

export { Chat };
export { addLocale, type Strings } from './strings.js';
