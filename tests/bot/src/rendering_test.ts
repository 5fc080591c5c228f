import { strict as assert } from 'node:assert';
import { test } from 'node:test';
import {
  dist,
  type Choices,
  type Kinds,
  type Render,
  type TelegramText,
} from './support/bot_parts.js';

const { render } = await dist<Render>('render/render.js');
const { chosen } = await dist<Choices>('core/choices.js');
const { usualWords: words } = await dist<{ usualWords: unknown }>('core/words.js');
const { Reply } = await dist<{ Reply: { fromPartial(value: object): unknown } }>(
  'generated/quiver/v1/assistant.js',
);

const format = {
  text: (plain: string) => plain.replace(/</gu, '&lt;'),
  strong: (plain: string) => `**${plain}**`,
  link: (label: string, url: string) => `[${label}](${url})`,
  length: (markup: string) => markup.length,
};
const limits = { textLength: 100, buttons: 3, menu: 5, labelLength: 20 };
const paragraph = (text: string): object => ({
  kind: { $case: 'paragraph', value: { text } },
});
const message = (kind: number, ...texts: string[]): object => ({
  kind,
  text: texts.join('\n\n'),
  parts: texts.map(paragraph),
});
const shown = (reply: object, more: object = {}) =>
  render(
    Reply.fromPartial(reply),
    { format, limits: { ...limits, ...more } },
    words,
    'id',
  );
const options = (count: number): object[] =>
  Array.from({ length: count }, (_, at) => ({
    optionId: `o${at}`,
    label: `Label ${at}`,
  }));

void test('a warning is its own message, first, whichever place it had', () => {
  const { messages } = shown({
    messages: [message(1, 'Answer.'), message(2, 'Call 999.')],
  });
  assert.deepEqual(
    messages.map((each) => each.text),
    ['**Call 999.**', 'Answer.'],
  );
});

void test('long texts are cut at ends of paragraphs, sentences, words, characters', () => {
  const cases: readonly (readonly [string[], string[]])[] = [
    [
      ['a'.repeat(60), 'b'.repeat(60)],
      ['a'.repeat(60), 'b'.repeat(60)],
    ],
    [
      [`${'a'.repeat(58)}. ${'b'.repeat(58)}.`],
      [`${'a'.repeat(58)}.`, `${'b'.repeat(58)}.`],
    ],
    [[`${'a'.repeat(60)} ${'b'.repeat(60)}`], ['a'.repeat(60), 'b'.repeat(60)]],
    [['a'.repeat(150)], ['a'.repeat(100), 'a'.repeat(50)]],
  ];
  for (const [paragraphs, wanted] of cases) {
    const { messages } = shown({ messages: [message(1, ...paragraphs)] });
    assert.deepEqual(
      messages.map((each) => each.text),
      wanted,
    );
  }
});

void test('markup counts in the limit', () => {
  const { messages } = shown({ messages: [message(1, '<'.repeat(60))] });
  assert.ok(messages.length > 1);
  for (const { text } of messages) assert.ok(text.length <= 100, text);
});

void test('options are buttons, else a menu, else numbers', () => {
  const cases = [
    [3, 'buttons'],
    [5, 'menu'],
    [6, 'none'],
  ] as const;
  for (const [count, as] of cases) {
    const reply = { messages: [message(3, 'Which?')], options: options(count) };
    const { messages, offered } = shown(reply, { textLength: 1000 });
    assert.equal(messages.at(-1)?.as, as);
    assert.equal(offered.length, count);
    assert.equal((messages.at(-1)?.text ?? '').includes('2. Label 1'), as === 'none');
  }
});

void test('a label too long for a button makes numbers', () => {
  const long = [{ optionId: 'x', label: 'x'.repeat(21) }];
  const { messages } = shown({ messages: [message(3, 'Which?')], options: long });
  assert.equal(messages.at(-1)?.as, 'none');
});

void test('the picker is a list of everything, the options first', () => {
  const reply = {
    messages: [message(3, 'Where?')],
    picker: 'body_map',
    options: options(2),
    pickerOptions: options(4),
  };
  assert.deepEqual(
    shown(reply).offered.map((each) => each.optionId),
    ['o0', 'o1', 'o2', 'o3'],
  );
});

void test('sources are links, and stand before the question', () => {
  const source = {
    organisation: 'NHS',
    title: 'Twitching',
    year: 2023,
    url: 'https://n.uk/',
  };
  const { messages } = shown(
    {
      messages: [message(1, 'Answer.'), message(3, 'Which?')],
      citations: [{ sources: [source, source], reviewed: '2026-01-02' }],
    },
    { textLength: 1000 },
  );
  assert.equal(
    messages[0]?.text,
    'Answer.\n\nSources:\n[NHS: Twitching, 2023](https://n.uk/)\nLast reviewed: 2026-01-02\n\nWhich?',
  );
});

void test('a source with an address is a link on every channel', async () => {
  const { kinds } = await dist<Kinds>('channels/kinds.js');
  const source = { organisation: 'A & B', title: 'C', url: 'https://n.uk/?d=1&e=2' };
  const reply = Reply.fromPartial({
    messages: [message(1, 'Answer.')],
    citations: [{ sources: [source, { ...source, title: 'F', url: '' }] }],
  });
  const wanted: Record<string, string> = {
    telegram: '<a href="https://n.uk/?d=1&amp;e=2">A &amp; B: C</a>\nA &amp; B: F',
    slack: '<https://n.uk/?d=1&e=2|A &amp; B: C>\nA &amp; B: F',
    xmpp: 'A & B: C https://n.uk/?d=1&e=2\nA & B: F',
  };
  for (const kind of kinds) {
    const channel = kind.open({ text: () => 'xoxb-1' }, {});
    const [shown] = render(reply, channel, words, 'id').messages;
    assert.equal(shown?.text, `Answer.\n\nSources:\n${wanted[kind.name] ?? ''}`);
  }
});

void test('markup of Telegram, in plain words', async () => {
  const { html, plainOf } = await dist<TelegramText>('channels/telegram_text.js');
  const cases = [
    [html.text('a < b & "c" &amp;'), 'a < b & "c" &amp;'],
    [html.strong('<b>'), '<b>'],
    [html.link('1 < 2', 'https://n.uk/?a=1&b="2"'), '1 < 2 https://n.uk/?a=1&b="2"'],
  ] as const;
  for (const [markup, plain] of cases) assert.equal(plainOf(markup), plain);
});

void test('a telephone number is spelled out', () => {
  const value = { label: 'Call the doctor', url: 'tel:111' };
  const { messages } = shown({
    messages: [{ kind: 1, parts: [{ kind: { $case: 'link', value } }] }],
  });
  assert.equal(messages[0]?.text, 'Call the doctor: 111');
});

void test('typed choices', () => {
  const offered = [
    { optionId: 'eyelid', label: 'Eyelid' },
    { optionId: 'calf', label: 'Calf' },
    { optionId: 'skip', label: 'Not sure' },
  ];
  const cases: readonly (readonly [string, boolean, string[] | null])[] = [
    ['2', false, ['calf']],
    [' 2. ', false, ['calf']],
    ['two', false, ['calf']],
    ['Number 2', false, ['calf']],
    ['CALF', false, ['calf']],
    ['not sure', false, ['skip']],
    ['4', false, null],
    ['0', false, null],
    ['2 days', false, null],
    ['my calf', false, null],
    ['1, 2', false, null],
    ['1, 2', true, ['eyelid', 'calf']],
    ['one and calf', true, ['eyelid', 'calf']],
    ['1 and 9', true, null],
  ];
  for (const [text, several, wanted] of cases) {
    assert.deepEqual(chosen(text, offered, several), wanted, text);
  }
  assert.equal(chosen('1', [], true), null);
});
