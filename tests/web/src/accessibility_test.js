import assert from 'node:assert/strict';
import { test } from 'node:test';
import { field, open, replyAfter, say } from './chat.js';
import { axeSource, visit, withVisitor } from './world.js';

/** Fails when axe finds anything, and when a target is too small to hit. */
async function check(page, state) {
  const found = await page.evaluate(async () => {
    const results = await globalThis.axe.run(document, {
      resultTypes: ['violations'],
      rules: { region: { enabled: false } },
    });
    return results.violations.map(
      ({ id, nodes }) =>
        `${id}: ${nodes.map((node) => `${node.target} ${node.any[0]?.message ?? ''}`)}`,
    );
  });
  assert.deepEqual(found, [], state);
  assert.deepEqual(await smallTargets(page), [], state);
}

/** Targets below 24 by 24; of a field with a label the label is one too. */
function smallTargets(page) {
  return page.evaluate(() => {
    const all = (root) =>
      [...root.querySelectorAll('*')].flatMap((element) => [
        element,
        ...(element.shadowRoot ? all(element.shadowRoot) : []),
      ]);
    const chat = document.querySelector('quiver-chat');
    return all(chat.shadowRoot)
      .filter((element) => element.matches('button, input, textarea, summary'))
      .map((element) => element.closest('label') ?? element)
      .filter((element) => element.getClientRects().length)
      .map((element) => [element, element.getBoundingClientRect()])
      .filter(([, box]) => box.width < 24 || box.height < 24)
      .map(
        ([element, box]) => `${element.textContent.trim()} ${box.width}x${box.height}`,
      );
  });
}

async function visitWithAxe(context) {
  const page = await visit(context);
  await page.evaluate(axeSource());
  return page;
}

for (const colorScheme of ['light', 'dark']) {
  test(`axe finds nothing in any state, ${colorScheme}`, () =>
    withVisitor({ colorScheme }, async (context) => {
      const page = await visitWithAxe(context);
      await check(page, 'closed');
      await open(page);
      await check(page, 'open, with questions to start with');
      await say(page, 'why do my muscles twitch');
      await page.locator('quiver-chat .region').first().waitFor();
      await page.getByRole('checkbox', { name: 'calf', exact: true }).check();
      await check(page, 'body map');
      await page
        .getByText(/^Sources/)
        .first()
        .click();
      await check(page, 'sources');
      await say(page, 'my calf');
      await check(page, 'options');
      await page.getByRole('button', { name: 'More', exact: true }).click();
      await check(page, 'menu');
      await page.getByRole('button', { name: 'Forget me' }).click();
      await check(page, 'asked whether to forget');
      await page.getByRole('button', { name: 'Cancel' }).click();
      await say(page, 'now my face is drooping and my speech is slurred');
      await page.locator('quiver-chat .danger').waitFor();
      await check(page, 'emergency');
      await context.setOffline(true);
      await field(page).fill('hello?');
      await field(page).press('Enter');
      await page.getByRole('alert').waitFor();
      await check(page, 'error, offline');
    }));
}

test('a phone has targets that are large enough', () =>
  withVisitor(
    { viewport: { width: 360, height: 740 }, isMobile: true, hasTouch: true },
    async (context) => {
      const page = await visitWithAxe(context);
      await open(page);
      await say(page, 'why do my muscles twitch');
      await page.locator('quiver-chat quiver-option-picker').waitFor();
      await check(page, 'phone');
    },
  ));

test('a screen reader hears each reply once, then finds nothing left over', () =>
  withVisitor({}, async (context) => {
    const page = await visit(context);
    await open(page);
    const heard = await page.evaluateHandle(() => {
      const region = document
        .querySelector('quiver-chat')
        .shadowRoot.querySelector('[data-announcer]');
      const texts = [];
      new MutationObserver(() => {
        const text = region.textContent.trim();
        if (text) texts.push(text);
      }).observe(region, {
        characterData: true,
        childList: true,
        subtree: true,
      });
      return texts;
    });
    await say(page, 'why do my muscles twitch');
    await page.waitForFunction((texts) => texts.length > 0, heard);
    const live = page.locator('quiver-chat [data-announcer]');
    await page.waitForFunction(() => {
      const { shadowRoot } = document.querySelector('quiver-chat');
      return !shadowRoot.querySelector('[data-announcer]').textContent.trim();
    });

    const texts = await heard.jsonValue();
    assert.equal(texts.length, 1);
    assert.match(texts[0], /twitch.*\d+ suggested answers\.$/is);
    assert.equal(await live.getAttribute('aria-live'), 'polite');
    assert.equal(await page.getByRole('log').getAttribute('aria-live'), 'off');
  }));

test('what is chosen stays as text, and the focus goes on to the field', () =>
  withVisitor({}, async (context) => {
    const page = await visit(context);
    await open(page);
    await say(page, 'my calf twitches');
    const option = page.getByRole('toolbar').getByRole('button').last();
    const label = (await option.innerText()).trim();
    await option.click();
    await replyAfter(page, 2);

    assert.equal(
      await page.locator('quiver-chat .visitor .bubble').last().innerText(),
      label,
    );
    assert.equal(
      await page.evaluate(
        () => document.querySelector('quiver-chat').shadowRoot.activeElement.localName,
      ),
      'quiver-composer',
    );
  }));
