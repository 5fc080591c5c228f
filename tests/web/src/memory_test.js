import assert from 'node:assert/strict';
import { test } from 'node:test';
import { bubbles, entries, open, option, say } from './chat.js';
import { visit, withVisitor } from './world.js';

test('a reload shows the conversation again, from the server', () =>
  withVisitor({}, async (context) => {
    const page = await visit(context);
    await open(page);
    await say(page, 'my calf twitches');
    const said = await bubbles(page).allInnerTexts();
    await page.reload();
    await open(page);
    await entries(page).nth(1).waitFor();

    assert.deepEqual(await bubbles(page).allInnerTexts(), said);
    const kept = await page.evaluate(() => Object.values(localStorage));
    assert.equal(kept.length, 1);
    assert.match(kept[0], /^[0-9a-f]{32}$/);
  }));

test('options still hold after a reload', () =>
  withVisitor({}, async (context) => {
    const page = await visit(context);
    await open(page);
    await say(page, 'my calf twitches');
    await page.reload();
    await open(page);
    await option(page, 'Not sure').click();
    await entries(page).nth(3).waitFor();
  }));

test('tabs show one conversation, and forget together', () =>
  withVisitor({}, async (context) => {
    const [one, two] = [await visit(context), await visit(context)];
    await open(one);
    await open(two);
    await say(one, 'why does my eyelid twitch?');
    await entries(two).nth(1).waitFor();
    await say(two, 'and after exercise?');
    await entries(one).nth(3).waitFor();
    assert.deepEqual(
      await bubbles(one).allInnerTexts(),
      await bubbles(two).allInnerTexts(),
    );

    await two.getByRole('button', { name: 'More', exact: true }).click();
    await two.getByRole('button', { name: 'Forget me' }).click();
    await two.getByRole('button', { name: 'Forget me' }).click();
    await entries(one).first().waitFor({ state: 'detached' });
    await entries(two).first().waitFor({ state: 'detached' });
    assert.equal(await one.evaluate(() => localStorage.length), 0);
  }));

test('what is typed survives that the chat is closed', () =>
  withVisitor({}, async (context) => {
    const page = await visit(context);
    await open(page);
    const field = page.getByRole('textbox');
    await field.fill('half a sent');
    await page.keyboard.press('Escape');
    await open(page);

    assert.equal(await field.inputValue(), 'half a sent');
  }));

test('a page on which nobody opens the chat calls nobody', () =>
  withVisitor({}, async (context) => {
    const calls = [];
    context.on('request', (request) => {
      if (request.method() === 'POST') calls.push(request.url());
    });
    const page = await visit(context);
    await page.waitForLoadState('networkidle');

    assert.deepEqual(calls, []);
    assert.equal(await page.evaluate(() => localStorage.length), 0);
  }));
