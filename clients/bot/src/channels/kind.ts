import type { Channel } from '../channel.js';
import type { Log } from '../ops/log.js';
import type { Section, Values } from '../settings/values.js';

/** A kind of channel, as a file in this folder exports it. */
export interface ChannelKind {
  /** Also the name of its section in the settings. */
  readonly name: string;
  readonly section: Section;
  /** Makes the channel; nothing is connected yet. */
  open(settings: Values, log: Log): Channel;
}
