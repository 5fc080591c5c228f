/** Every sentence of the widget itself.  What the assistant says is not here. */
export interface Strings {
  readonly open: string;
  readonly close: string;
  readonly unread: (count: number) => string;
  readonly transcript: string;
  readonly typing: string;
  readonly inputLabel: string;
  readonly inputHint: string;
  readonly send: string;
  readonly suggestions: string;
  readonly chosen: string;
  readonly confirm: string;
  readonly sources: string;
  readonly reviewed: (date: string) => string;
  readonly outdated: string;
  readonly draft: string;
  readonly helpful: string;
  readonly notHelpful: string;
  readonly rated: string;
  readonly retry: string;
  readonly problems: Readonly<Record<'unreachable' | 'refused' | 'too_long', string>>;
  readonly offline: string;
  readonly charactersLeft: (count: number) => string;
  readonly menu: string;
  readonly restart: string;
  readonly forget: string;
  readonly forgetConfirm: string;
  readonly forgotten: string;
  readonly download: string;
  readonly you: string;
  readonly urgent: string;
  readonly pickerLegend: string;
  readonly pickerPicture: string;
  readonly announce: (text: string, options: number) => string;
}

export const english: Strings = {
  open: 'Open the chat',
  close: 'Close the chat',
  unread: (count) => (count === 1 ? '1 new message' : `${count} new messages`),
  transcript: 'Conversation',
  typing: 'An answer is coming',
  inputLabel: 'Your message',
  inputHint: 'Ask in your own words',
  send: 'Send',
  suggestions: 'Suggested answers',
  chosen: 'chosen',
  confirm: 'Send choice',
  sources: 'Sources',
  reviewed: (date) => `Reviewed ${date}`,
  outdated: 'due for review',
  draft: 'not yet checked by a clinician',
  helpful: 'This helped',
  notHelpful: 'This did not help',
  rated: 'Thank you for telling us',
  retry: 'Try again',
  problems: {
    unreachable: 'Your message did not get through.',
    refused: 'This message could not be taken.',
    too_long: 'This message is too long.',
  },
  offline: 'You are offline. Your message is kept until you are back.',
  charactersLeft: (count) => `${count} characters left`,
  menu: 'More',
  restart: 'Start over',
  forget: 'Forget me',
  forgetConfirm: 'Delete this conversation for good?',
  forgotten: 'This conversation was deleted.',
  download: 'Save as text',
  you: 'You',
  urgent: 'Urgent',
  pickerLegend: 'Choose one or more',
  pickerPicture: 'Show the picture',
  announce: (text, options) =>
    options === 0 ? text : `${text} ${options} suggested answers.`,
};

const locales = new Map<string, Partial<Strings>>();

/** Adds or changes the sentences of a language ("de", "ar"). */
export function addLocale(language: string, strings: Partial<Strings>): void {
  locales.set(language, strings);
}

/** The sentences of `locale` ("de-AT"); English where there are none. */
export function stringsFor(locale: string): Strings {
  const language = locale.split('-')[0] ?? 'en';
  return { ...english, ...locales.get(language), ...locales.get(locale) };
}

const rightToLeft = new Set(['ar', 'dv', 'fa', 'he', 'ku', 'ps', 'sd', 'ug', 'ur', 'yi']);

/** The direction that `locale` is written in. */
export function directionOf(locale: string): 'ltr' | 'rtl' {
  return rightToLeft.has(locale.split('-')[0] ?? '') ? 'rtl' : 'ltr';
}
