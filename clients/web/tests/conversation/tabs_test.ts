import { expect, it } from 'vitest';
import { joinTabs } from '../../src/conversation/tabs.js';

it('tells the other tabs, not itself, nor other conversations', async () => {
  const [one, two, other] = [joinTabs('a'), joinTabs('a'), joinTabs('b')];
  const heard: string[] = [];
  one.hear(() => heard.push('one'));
  other.hear(() => heard.push('other'));
  const arrived = new Promise<void>((resolve) => {
    two.hear((sessionId) => {
      heard.push(`two: ${sessionId}`);
      resolve();
    });
  });
  one.tell('session-1');
  await arrived;

  expect(heard).toEqual(['two: session-1']);
  for (const tabs of [one, two, other]) tabs.close();
});
