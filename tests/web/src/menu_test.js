import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { entries, open, say, settled } from './chat.js';
import { visit, withVisitor } from './world.js';

const choose = async (page, name) => {
  await page.getByRole('button', { name: 'More', exact: true }).click();
  await page.getByRole('button', { name }).click();
};

async function talked(context) {
  const page = await visit(context);
  await open(page);
  await say(page, 'my calf twitches');
  return page;
}

test('starting over clears the conversation', () =>
  withVisitor({}, async (context) => {
    const page = await talked(context);
    await choose(page, 'Start over');
    await page.getByText('my calf twitches').waitFor({ state: 'detached' });
    await settled(page);
    assert.equal(await entries(page).count(), 1);
    await page.reload();
    await open(page);
    await entries(page).first().waitFor();

    assert.equal(await entries(page).count(), 1);
  }));

test('forgetting is asked about first, then done', () =>
  withVisitor({}, async (context) => {
    const page = await talked(context);
    await choose(page, 'Forget me');
    await page.getByText('Delete this conversation for good?').waitFor();
    await page.getByRole('button', { name: 'Cancel' }).click();
    assert.equal(await entries(page).count(), 2);
    await choose(page, 'Forget me');
    const gone = page.waitForRequest('**/quiver.v1.AssistantService/DeleteSession');
    await page.getByRole('button', { name: 'Forget me' }).click();
    await gone;
    await entries(page).first().waitFor({ state: 'detached' });

    assert.equal(await page.evaluate(() => localStorage.length), 0);
  }));

for (const [name, file, content] of [
  ['Save as text', 'conversation.txt', /You: my calf twitches[^]*Sources:/],
  ['Save as data', 'conversation.json', /"text": "my calf twitches"/],
]) {
  test(`"${name}" gives a file`, () =>
    withVisitor({ acceptDownloads: true }, async (context) => {
      const page = await talked(context);
      const downloading = page.waitForEvent('download');
      await choose(page, name);
      const download = await downloading;

      assert.equal(download.suggestedFilename(), file);
      assert.match(readFileSync(await download.path(), 'utf8'), content);
    }));
}

// Answers in the server's place, with this status and nothing else.
const answerFeedback = (page, status) =>
  page.route('**/quiver.v1.AssistantService/SubmitFeedback', (route) => {
    const trailers = Buffer.from(`grpc-status:${status}\r\n`);
    const empty = Buffer.from([0, 0, 0, 0, 0]);
    const head = Buffer.from([0x80, 0, 0, 0, trailers.length]);
    return route.fulfill({
      contentType: 'application/grpc-web+proto',
      body: Buffer.concat([status === 0 ? empty : Buffer.of(), head, trailers]),
    });
  });

test('a verdict is confirmed once the server has it', () =>
  withVisitor({}, async (context) => {
    const page = await talked(context);
    await answerFeedback(page, 0);
    const button = page.getByRole('button', { name: 'This did not help' });
    await button.click();
    await page.getByText('Thank you for telling us').waitFor();

    assert.equal(await button.getAttribute('aria-pressed'), 'true');
  }));

test('a verdict is kept by the server and there again after a reload', () =>
  withVisitor({}, async (context) => {
    const page = await talked(context);
    const helped = page.getByRole('button', { name: 'This helped' });
    const didNot = page.getByRole('button', { name: 'This did not help' });
    await helped.click();
    await page.getByText('Thank you for telling us').waitFor();
    await didNot.click();
    await page
      .locator('quiver-chat [aria-label="This did not help"][aria-pressed=true]')
      .waitFor();
    await page.reload();
    await open(page);
    await entries(page).nth(1).waitFor();

    assert.equal(await didNot.getAttribute('aria-pressed'), 'true');
    assert.equal(await helped.getAttribute('aria-pressed'), 'false');
  }));

test('a verdict that gets lost is said so kindly, and can be given again', () =>
  withVisitor({}, async (context) => {
    const page = await talked(context);
    await answerFeedback(page, 14);
    const button = page.getByRole('button', { name: 'This helped' });
    await button.click();
    const sorry = page.getByText('Sorry, this could not be saved');
    await sorry.waitFor();
    assert.equal(await button.getAttribute('aria-pressed'), 'false');
    assert.equal(await page.getByRole('alert').count(), 0);
    await page.unrouteAll();
    await button.click();
    await page.getByText('Thank you for telling us').waitFor();

    assert.equal(await sorry.count(), 0);
  }));

test('a verdict that the server does not take is not thanked for', () =>
  withVisitor({}, async (context) => {
    const page = await talked(context);
    await answerFeedback(page, 12);
    const button = page.getByRole('button', { name: 'This did not help' });
    await button.click();
    await button.waitFor({ state: 'detached' });

    assert.equal(await page.getByText('Thank you for telling us').count(), 0);
  }));
