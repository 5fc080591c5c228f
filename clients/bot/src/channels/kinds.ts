import type { ChannelKind } from './kind.js';
import { slack } from './slack.js';
import { telegram } from './telegram.js';
import { xmpp } from './xmpp.js';

/** Every channel there is.  A new one is a file in this folder and a line here. */
export const kinds: readonly ChannelKind[] = [telegram, slack, xmpp];
