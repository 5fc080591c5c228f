import { expect, it } from 'vitest';
import type { Entry } from '../src/conversation/entries.js';
import { english } from '../src/strings.js';
import { transcriptData, transcriptText } from '../src/transcript.js';
import { makeReply } from './conversation/fake_server.js';

const time = new Date('2026-02-03T04:05:06Z');
const source = { title: 'Twitching', year: 2023, url: '', note: '' };
const entries: Entry[] = [
  { kind: 'visitor', key: '1', text: 'why?', time, state: 'sent' },
  {
    kind: 'assistant',
    key: '2',
    turn: 1,
    time,
    reply: makeReply('Because.', {
      citations: [
        {
          documentId: 'd',
          topic: '',
          title: 'Why muscles twitch',
          reviewed: '2026-01-01',
          outdated: false,
          approved: true,
          sources: [
            { organisation: 'NHS', ...source },
            { organisation: 'NHS', ...source },
          ],
        },
      ],
    }),
  },
];

it('the transcript has who said what when, and where it is from', () => {
  expect(transcriptText('Guide', entries, english)).toBe(
    [
      '[2026-02-03 04:05] You: why?',
      '',
      '[2026-02-03 04:05] Guide: Because.',
      '',
      'Sources:',
      '  - Why muscles twitch. NHS (Reviewed 2026-01-01)',
      '',
    ].join('\n'),
  );
});

it('the transcript as data has the replies whole', () => {
  const data = JSON.parse(transcriptData('Guide', entries)) as {
    assistant: string;
    turns: { from: string; reply?: { messages: { text: string }[] } }[];
  };
  expect(data.assistant).toBe('Guide');
  expect(data.turns.map((turn) => turn.from)).toEqual(['visitor', 'assistant']);
  expect(data.turns[1]!.reply!.messages[0]!.text).toBe('Because.');
});
