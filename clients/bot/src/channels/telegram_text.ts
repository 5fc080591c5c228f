import type { Format } from '../channel.js';

/** Telegram's HTML. */
export const html: Format = {
  text: escaped,
  strong: (plain) => `<b>${escaped(plain)}</b>`,
  link: (label, url) => `<a href="${escaped(url)}">${escaped(label)}</a>`,
  length: (markup) => markup.length,
};

/** What `markup`, made by `html`, says without any: addresses are spelled out. */
export function plainOf(markup: string): string {
  return markup
    .replace(/<a href="([^"]*)">([^<]*)<\/a>/gu, '$2 $1')
    .replace(/<\/?b>/gu, '')
    .replace(/&lt;/gu, '<')
    .replace(/&gt;/gu, '>')
    .replace(/&quot;/gu, '"')
    .replace(/&amp;/gu, '&');
}

/** These three, and quotes in attributes. */
function escaped(plain: string): string {
  return plain
    .replace(/&/gu, '&amp;')
    .replace(/</gu, '&lt;')
    .replace(/>/gu, '&gt;')
    .replace(/"/gu, '&quot;');
}
