import assert from 'node:assert/strict';
import { test } from 'node:test';
import { launcher, open, say } from './chat.js';
import { visit, withVisitor } from './world.js';

const sign = 'one side of my face is drooping and my speech is slurred';

/** Whether an element can be seen in the log without scrolling. */
const inSight = (locator) =>
  locator.evaluate((element) => {
    const log = element.closest('.log').getBoundingClientRect();
    const box = element.getBoundingClientRect();
    return box.top >= log.top && box.top < log.bottom - 40;
  });

test('an emergency is shown first, interrupts, and asks for no verdict', () =>
  withVisitor({}, async (context) => {
    const page = await visit(context);
    await open(page);
    await say(page, 'why does my eyelid twitch?');
    const said = page.locator('quiver-chat [aria-live=assertive]');
    const heard = page.waitForFunction(
      (region) => region.textContent.trim(),
      await said.elementHandle(),
    );
    await say(page, sign);
    const danger = page.locator('quiver-chat .danger');

    assert.ok(await inSight(danger));
    assert.match(await danger.innerText(), /emergency/i);
    assert.match(await (await heard).jsonValue(), /emergency/i);
    const last = page.locator('quiver-chat article.entry').last();
    assert.equal(await last.locator('.rating').count(), 0);
  }));

test('it stays in reach while the talk goes on', () =>
  withVisitor({}, async (context) => {
    const page = await visit(context);
    await open(page);
    await say(page, sign);
    assert.equal(await page.locator('quiver-chat .reminder').count(), 0);
    await say(page, 'what causes twitching?');
    const reminder = page.getByRole('button', {
      name: 'Urgent: please read this',
    });
    await reminder.click();

    assert.ok(await inSight(page.locator('quiver-chat .danger')));
    assert.ok(await reminder.isVisible());
  }));

test('it shows on the button of a closed chat', () =>
  withVisitor({}, async (context) => {
    const page = await visit(context);
    await page.evaluate((text) => document.querySelector('quiver-chat').send(text), sign);

    assert.equal(
      await launcher(page).getAttribute('aria-label'),
      'Open the chat. Urgent message',
    );
    assert.equal(await page.locator('quiver-chat .badge').innerText(), '!');
  }));

test('an ordinary reply is counted on the button until the chat is opened', () =>
  withVisitor({}, async (context) => {
    const page = await visit(context);
    const send = () =>
      page.evaluate(() =>
        document.querySelector('quiver-chat').send('what is twitching?'),
      );
    await send();
    assert.equal(
      await launcher(page).getAttribute('aria-label'),
      'Open the chat. 1 new message',
    );
    await send();
    assert.equal(await page.locator('quiver-chat .badge').innerText(), '2');
    await launcher(page).click();
    await page.keyboard.press('Escape');

    assert.equal(await launcher(page).getAttribute('aria-label'), 'Open the chat');
  }));
