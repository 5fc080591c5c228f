import assert from 'node:assert/strict';
import { test } from 'node:test';
import { field, focused, launcher, open, panel, press, say } from './chat.js';
import { visit, withVisitor, world } from './world.js';

const viewport = { width: 390, height: 780 };
const phone = { viewport, isMobile: true, hasTouch: true };

test('on a phone the chat fills the screen, and the focus stays in it', () =>
  withVisitor(phone, async (context) => {
    const page = await visit(context);
    await open(page);
    assert.deepEqual(await panel(page).boundingBox(), {
      x: 0,
      y: 0,
      ...viewport,
    });
    assert.equal(await panel(page).getAttribute('aria-modal'), 'true');
    // No keyboard over half of the screen before anything was read.
    assert.match(await focused(page), /^div: /);
    const size = await field(page).evaluate((area) => getComputedStyle(area).fontSize);
    assert.ok(parseFloat(size) >= 16, size);

    await press(page, 'Tab', /^button: Send$/);
    await page.keyboard.press('Tab');
    assert.equal(await focused(page), 'button: More');
    await page.keyboard.press('Shift+Tab');
    assert.equal(await focused(page), 'button: Send');
    await page.getByRole('button', { name: 'Close the chat' }).tap();
    await launcher(page).waitFor();
  }));

test('on a phone the list comes first, and the picture behind a button', () =>
  withVisitor(phone, async (context) => {
    const page = await visit(context);
    await open(page);
    await say(page, 'why do my muscles twitch');
    const region = page.locator('quiver-chat .region[data-option="body_part.chest"]');
    await region.waitFor({ state: 'attached' });
    assert.ok(!(await region.isVisible()));
    await page.getByText('Picture', { exact: true }).tap();
    await region.tap();

    assert.ok(
      await page.getByRole('checkbox', { name: 'chest', exact: true }).isChecked(),
    );
  }));

for (const [width, fontSize] of [
  [320, '100%'],
  [320, '200%'],
  [1280, '100%'],
]) {
  test(`nothing is cut off at the sides, ${width} pixels wide, text of ${fontSize}`, () =>
    withVisitor({ viewport: { width, height: 700 } }, async (context) => {
      const page = await visit(context);
      await page.evaluate((size) => {
        document.documentElement.style.setProperty('font-size', size);
      }, fontSize);
      await open(page);
      await say(page, 'why do my muscles twitch');
      await page.locator('quiver-chat .region').first().waitFor({ state: 'attached' });
      if (width < 480) await page.getByText('Picture', { exact: true }).click();
      const log = page.getByRole('log');
      const overflow = await log.evaluate((box) => box.scrollWidth - box.clientWidth);

      assert.equal(overflow, 0);
    }));
}

test('a language that is written from the right turns the chat around', () =>
  withVisitor({}, async (context) => {
    const script = `
      import { addLocale } from '${world.server.origin}/widget/v1/widget.js';
      addLocale('ar', { open: 'افتح المحادثة', send: 'أرسل', inputLabel: 'رسالتك' });`;
    world.foreign.pages.set(
      '/ar',
      `<!doctype html><html lang="ar" dir="rtl">
        <script type="module" src="${world.server.origin}/widget/v1/loader.js"></script>
        <script type="module">${script}</script></html>`,
    );
    const page = await visit(context, `${world.foreign.allowed}/ar`);
    const button = page.getByRole('button', { name: 'افتح المحادثة' });
    const { x } = await button.boundingBox();
    assert.ok(x < 100, 'the button is at the left');
    await button.click();
    await page.locator('quiver-chat .disclaimer').waitFor();
    const send = await page.getByRole('button', { name: 'أرسل' }).boundingBox();
    const area = await page.getByRole('textbox', { name: 'رسالتك' }).boundingBox();

    assert.ok(send.x < area.x, 'the button to send is left of the field');
  }));

test('motion is left out where it is not wanted', () =>
  withVisitor({ reducedMotion: 'reduce' }, async (context) => {
    const page = await visit(context);
    await open(page);
    const name = await panel(page).evaluate(
      (element) => getComputedStyle(element).animationName,
    );

    assert.equal(name, 'none');
  }));

test('the page beneath is not scrolled by replies', () =>
  withVisitor({}, async (context) => {
    const page = await visit(context);
    await open(page);
    await say(page, 'why do my muscles twitch');

    assert.equal(await page.evaluate(() => scrollY), 0);
  }));
