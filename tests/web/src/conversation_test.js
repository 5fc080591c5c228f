import assert from 'node:assert/strict';
import { test } from 'node:test';
import { bubbles, entries, field, focused, press, replyAfter } from './chat.js';
import { visit, withVisitor } from './world.js';

test('a whole conversation works with the keyboard alone', () =>
  withVisitor({}, async (context) => {
    const page = await visit(context);

    await press(page, 'Tab', /button: Open the chat/);
    await page.keyboard.press('Enter');
    await field(page).waitFor();
    assert.equal(await focused(page), 'textarea: Your message');

    await page.keyboard.type('Why do my muscles twitch?');
    await page.keyboard.press('Enter');
    const answer = await replyAfter(page, 0);
    assert.match(answer, /twitch/i);
    assert.match(answer, /Sources/);

    // The follow-up question, in the list of the body map.
    await press(page, 'Shift+Tab', /^input: calf$/);
    await page.keyboard.press('Space');
    await press(page, 'Tab', /^input: left calf$/);
    await page.keyboard.press('Space');
    await press(page, 'Tab', /^button: Send choice$/);
    await page.keyboard.press('Enter');
    const advice = await replyAfter(page, 2);
    assert.match(await bubbles(page).nth(3).innerText(), /.+/);
    assert.match(advice, /left calf/i);

    // The next one, in a toolbar: one stop, arrows inside.
    await press(page, 'Shift+Tab', /^button: (?!Send|More|Close)/);
    const first = await focused(page);
    await page.keyboard.press('ArrowRight');
    assert.notEqual(await focused(page), first);
    await page.keyboard.press('Space');
    await press(page, 'ArrowRight', /^button: Send choice$/);
    await page.keyboard.press('Enter');
    await replyAfter(page, 4);

    // Between messages, and out again.
    await press(page, 'Shift+Tab', /^div: /);
    await page.keyboard.press('End');
    await page.keyboard.press('ArrowUp');
    assert.match(await focused(page), /^article: You:/);
    await page.keyboard.press('Escape');
    assert.match(await focused(page), /^button: Open the chat/);
    await page.keyboard.press('Enter');
    assert.equal(await entries(page).count(), 6);
    assert.deepEqual(page.mistakes, []);
  }));

test('Shift+Enter starts a new line, and Enter does not send nothing', () =>
  withVisitor({}, async (context) => {
    const page = await visit(context);
    await page.evaluate(() => document.querySelector('quiver-chat').open());
    await field(page).press('Enter');
    await field(page).pressSequentially('one');
    await field(page).press('Shift+Enter');
    await field(page).pressSequentially('two');

    assert.equal(await field(page).inputValue(), 'one\ntwo');
    assert.equal(await entries(page).count(), 0);
  }));

test('a question to start with is one tap away', () =>
  withVisitor({}, async (context) => {
    const page = await visit(context);
    await page.evaluate(() => document.querySelector('quiver-chat').open());
    const starter = page.getByRole('toolbar').getByRole('button').first();
    const question = (await starter.innerText()).trim();
    await starter.click();
    await replyAfter(page, 0);

    assert.equal(await bubbles(page).first().innerText(), question);
  }));

test('sources tell who said it and when it was reviewed', () =>
  withVisitor({}, async (context) => {
    const page = await visit(context);
    await page.evaluate(() => document.querySelector('quiver-chat').open());
    await field(page).fill('why do my muscles twitch');
    await field(page).press('Enter');
    await replyAfter(page, 0);
    await page.getByText(/^Sources/).click();
    const sources = await page.locator('quiver-chat details[open]').first().innerText();

    assert.match(sources, /Reviewed \w/);
    assert.match(sources, /NHS/);
  }));
