/** Every sentence of the widget itself.  What the assistant says is not here. */
export interface Strings {
  readonly open: string;
  readonly close: string;
  readonly unread: (count: number) => string;
  readonly unreadUrgent: string;
  readonly transcript: string;
  readonly typing: string;
  readonly inputLabel: string;
  readonly inputHint: string;
  readonly send: string;
  readonly suggestions: string;
  readonly confirm: string;
  readonly sources: string;
  readonly reviewed: (date: string) => string;
  readonly outdated: string;
  readonly draft: string;
  readonly helpful: string;
  readonly notHelpful: string;
  readonly rated: string;
  readonly notRated: string;
  readonly retry: string;
  readonly problems: Readonly<Record<'unreachable' | 'refused' | 'broken', string>>;
  readonly tooLong: string;
  readonly offline: string;
  readonly charactersLeft: (count: number) => string;
  readonly menu: string;
  readonly restart: string;
  readonly forget: string;
  readonly forgetConfirm: string;
  readonly forgotten: string;
  readonly downloadText: string;
  readonly downloadData: string;
  readonly you: string;
  readonly urgent: string;
  readonly readUrgent: string;
  readonly cancel: string;
  readonly pickerOne: string;
  readonly pickerSeveral: string;
  readonly pickerPicture: string;
  readonly sides: Readonly<Record<'left' | 'right', string>>;
  readonly yourSides: Readonly<Record<'left' | 'right', string>>;
  /** As the visitor would say it: "left and right calf". */
  readonly withSides: (label: string, left: boolean, right: boolean) => string;
  readonly announce: (text: string, options: number) => string;
}

export const english: Strings = {
  open: 'Open the chat',
  close: 'Close the chat',
  unread: (count) => (count === 1 ? '1 new message' : `${String(count)} new messages`),
  unreadUrgent: 'Urgent message',
  transcript: 'Conversation',
  typing: 'An answer is coming',
  inputLabel: 'Your message',
  inputHint: 'Ask in your own words',
  send: 'Send',
  suggestions: 'Suggested answers',
  confirm: 'Send choice',
  sources: 'Sources',
  reviewed: (date) => `Reviewed ${date}`,
  outdated: 'due for review',
  draft: 'not yet checked by a clinician',
  helpful: 'This helped',
  notHelpful: 'This did not help',
  rated: 'Thank you for telling us',
  notRated: 'Sorry, this could not be saved. You can try again.',
  retry: 'Try again',
  problems: {
    unreachable: 'This did not get through. Please try again in a moment.',
    refused: 'This message could not be taken.',
    broken: 'Something went wrong. Please try again later.',
  },
  tooLong: 'This message is too long.',
  offline: 'You are offline. What you write is kept and sent when you are back.',
  charactersLeft: (count) => `${String(count)} characters left`,
  menu: 'More',
  restart: 'Start over',
  forget: 'Forget me',
  forgetConfirm: 'Delete this conversation for good?',
  forgotten: 'This conversation was deleted.',
  downloadText: 'Save as text',
  downloadData: 'Save as data',
  you: 'You',
  urgent: 'Urgent',
  readUrgent: 'Urgent: please read this',
  cancel: 'Cancel',
  pickerOne: 'Choose one',
  pickerSeveral: 'Choose one or more',
  pickerPicture: 'Picture',
  sides: { left: 'left', right: 'right' },
  yourSides: { left: 'your left', right: 'your right' },
  withSides: (label, left, right) =>
    left && right ? `left and right ${label}` : `${left ? 'left' : 'right'} ${label}`,
  announce: (text, options) =>
    options === 0 ? text : `${text} ${String(options)} suggested answers.`,
};

const locales = new Map<string, Partial<Strings>>();
const listeners = new Set<() => void>();

/** Adds or changes the sentences of a language: "de", "pt-BR". */
export function addLocale(language: string, strings: Partial<Strings>): void {
  locales.set(language, strings);
  for (const listener of listeners) listener();
}

/** Calls `listener` whenever sentences are added; gives a way to stop that. */
export function onLocaleAdded(listener: () => void): () => void {
  listeners.add(listener);
  return () => {
    listeners.delete(listener);
  };
}

/** The language of a chat: as set, or of the page, or of the browser. */
export function languageOf(locale: string): string {
  if (locale && locale !== 'auto') return locale;
  return document.documentElement.lang || navigator.language;
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
