import { describe } from 'node:test';
import { contract } from './contract.js';
import { SlackMessenger } from './messengers/slack.js';
import { TelegramMessenger } from './messengers/telegram.js';
import { XmppMessenger } from './messengers/xmpp.js';

const channels = [TelegramMessenger, SlackMessenger, XmppMessenger];
for (const Channel of channels) {
  void describe(Channel.name, () => {
    contract(new Channel());
  });
}
