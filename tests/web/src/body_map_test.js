import assert from 'node:assert/strict';
import { test } from 'node:test';
import { bubbles, open, replyAfter, say } from './chat.js';
import { visit, withVisitor } from './world.js';

const region = (page, name, side) =>
  page.locator(
    `quiver-chat .region[data-option="body_part.${name}"][data-side="${side}"]`,
  );
const box = (page, name) => page.getByRole('checkbox', { name, exact: true });

async function asked(context) {
  const page = await visit(context);
  await open(page);
  await say(page, 'why do my muscles twitch');
  await region(page, 'calf', 'left').waitFor();
  return page;
}

test('a tap on the picture ticks the list, and the list marks the picture', () =>
  withVisitor({}, async (context) => {
    const page = await asked(context);
    await region(page, 'calf', 'left').click();
    assert.ok(await box(page, 'calf').isChecked());
    assert.ok(await box(page, 'left calf').isChecked());
    assert.ok(!(await box(page, 'right calf').isChecked()));

    await box(page, 'chest').check();
    assert.match(await region(page, 'chest', '').getAttribute('class'), /ticked/);
    await box(page, 'calf').uncheck();
    assert.doesNotMatch(
      await region(page, 'calf', 'left').getAttribute('class'),
      /ticked/,
    );
  }));

test('sides are the ones of the person in the picture', () =>
  withVisitor({}, async (context) => {
    const page = await asked(context);
    const middle = async (locator) => {
      const bounds = await locator.boundingBox();
      return bounds.x + bounds.width / 2;
    };
    const knees = (side) => region(page, 'knee', side);

    assert.ok(
      (await middle(knees('right').first())) < (await middle(knees('left').first())),
    );
    assert.ok(
      (await middle(knees('left').last())) < (await middle(knees('right').last())),
    );
  }));

test('several places are sent together, with their sides', () =>
  withVisitor({}, async (context) => {
    const page = await asked(context);
    await region(page, 'calf', 'left').click();
    await region(page, 'shoulder', 'right').first().click();
    await page.getByRole('button', { name: 'Send choice' }).click();
    const reply = await replyAfter(page, 2);

    assert.equal(
      await page.locator('quiver-chat .visitor .bubble').nth(1).innerText(),
      'right shoulder, left calf',
    );
    assert.match(reply, /right shoulder/i);
    assert.match(reply, /left calf/i);
    assert.ok((await bubbles(page).count()) > 3);
  }));

test('what the list offers comes from the assistant, and every place drawn is in it', () =>
  withVisitor({}, async (context) => {
    const page = await asked(context);
    const drawn = await page
      .locator('quiver-chat .region')
      .evaluateAll((all) => [...new Set(all.map((one) => one.dataset.option))]);
    const listed = await page
      .locator('quiver-chat input[name=option]')
      .evaluateAll((all) => all.map((one) => one.value));

    assert.ok(drawn.length >= 24, `${drawn.length} places`);
    assert.deepEqual(
      drawn.filter((place) => !listed.includes(place)),
      [],
    );
  }));
