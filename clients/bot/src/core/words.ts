/** What the bot says itself.  Everything else is the assistant's. */
export interface Words {
  readonly away: string;
  readonly broken: string;
  readonly forgotten: string;
  readonly limited: string;
  readonly tooLong: string;
  readonly unreadable: string;
  readonly commands: string;
  readonly tryAsking: string;
  readonly chooseNumber: string;
  readonly chooseSeveral: string;
  readonly menu: string;
  readonly sources: string;
  readonly reviewed: string;
}

/** `{...}` is filled in. */
export const usualWords: Words = {
  away:
    'I cannot reach my documents right now. I keep your message and answer it as soon' +
    ' as I can. If this is an emergency, do not wait for me: call your local emergency' +
    ' number (999, 112 or 911).',
  broken:
    'I am sorry, I could not read that message. Please try it in other words. In an' +
    ' emergency, call your local emergency number (999, 112 or 911).',
  forgotten: 'I have deleted this conversation and everything you told me.',
  limited:
    'You write faster than I can read. Please wait a minute and send your last message' +
    ' again. In an emergency, call your local emergency number (999, 112 or 911).',
  tooLong:
    'That message is too long for me. Please send it in parts of at most {characters}' +
    ' characters.',
  unreadable: 'I can only read text. Please write your question in words.',
  commands:
    'Write your question in your own words. You can also write "help", "start over" or' +
    ' "forget me": then I delete what you told me.',
  tryAsking: 'You could ask, for example:',
  chooseNumber: 'Reply with a number, or in your own words.',
  chooseSeveral: 'Reply with one or more numbers, such as "1, 3", or in your own words.',
  menu: 'Choose',
  sources: 'Sources',
  reviewed: 'Last reviewed: {date}',
};

/** Fills in `{name}`. */
export function filled(sentence: string, values: Record<string, string>): string {
  return sentence.replace(/\{(\w+)\}/gu, (all, name: string) => values[name] ?? all);
}
