import type { Choice, Outgoing } from '../channel.js';

const plain = (text: string): { type: 'plain_text'; text: string } => ({
  type: 'plain_text',
  text,
});

/** The row of a message that offers its choices. */
export function actions(message: Outgoing): { type: 'actions'; elements: never[] } {
  const elements: unknown[] =
    message.as === 'menu' ? [menu(message.choices)] : message.choices.map(button);
  return { type: 'actions', elements: elements as never[] };
}

function button(choice: Choice): unknown {
  return {
    type: 'button',
    action_id: `choose:${choice.optionId}`,
    text: plain(choice.label),
    value: choice.optionId,
  };
}

function menu(choices: readonly Choice[]): unknown {
  return {
    type: 'static_select',
    action_id: 'choose:menu',
    placeholder: plain('…'),
    options: choices.map((choice) => ({
      text: plain(choice.label),
      value: choice.optionId,
    })),
  };
}
