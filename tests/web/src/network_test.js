import assert from 'node:assert/strict';
import { test } from 'node:test';
import { entries, field, open, replyAfter } from './chat.js';
import { visit, withVisitor } from './world.js';

const sending = '**/quiver.v1.AssistantService/SendMessage';

test('what is written offline is kept and sent when the network is back', () =>
  withVisitor({}, async (context) => {
    const page = await visit(context);
    await open(page);
    await context.setOffline(true);
    await page.getByText('You are offline.').waitFor();
    await field(page).fill('my calf twitches');
    await field(page).press('Enter');
    await page.getByRole('alert').waitFor();
    await context.setOffline(false);
    await replyAfter(page, 0);

    assert.equal(await page.getByRole('alert').count(), 0);
    assert.equal(await page.getByText('You are offline.').count(), 0);
  }));

test('a lost answer is fetched again under the same request id, and nothing is said twice', () =>
  withVisitor({}, async (context) => {
    const page = await visit(context);
    const bodies = [];
    await page.route(sending, async (route) => {
      bodies.push(route.request().postDataBuffer().toString('hex'));
      const response = await route.fetch();
      if (bodies.length === 1) await route.abort('connectionreset');
      else await route.fulfill({ response });
    });
    await open(page);
    await field(page).fill('my calf twitches');
    await field(page).press('Enter');
    await replyAfter(page, 0);

    assert.equal(bodies.length, 2);
    assert.equal(bodies[0], bodies[1]);
    await page.reload();
    await open(page);
    await entries(page).nth(1).waitFor();
    assert.equal(await entries(page).count(), 2);
  }));

test('Try again sends a message that failed for good once more', () =>
  withVisitor({}, async (context) => {
    const page = await visit(context);
    const bodies = [];
    await page.route(sending, async (route) => {
      bodies.push(route.request().postDataBuffer().toString('hex'));
      await route.abort('connectionrefused');
    });
    await open(page);
    await field(page).fill('my calf twitches');
    await field(page).press('Enter');
    const alert = page.getByRole('alert');
    await alert.waitFor();
    assert.match(await alert.innerText(), /did not get through/);
    assert.equal(bodies.length, 3);
    await page.unroute(sending);
    const again = page.waitForRequest(sending);
    await page.getByRole('button', { name: 'Try again' }).click();

    assert.equal((await again).postDataBuffer().toString('hex'), bodies[0]);
    await replyAfter(page, 0);
    assert.equal(await alert.count(), 0);
  }));

test('a chat that cannot be opened says so, and can be tried again', () =>
  withVisitor({}, async (context) => {
    const page = await visit(context);
    const describing = '**/quiver.v1.AssistantService/DescribeAssistant';
    await page.route(describing, (route) => route.fulfill({ status: 503 }));
    await page.evaluate(() => document.querySelector('quiver-chat').open());
    await page.getByRole('alert').waitFor();
    await page.unroute(describing);
    await page.getByRole('button', { name: 'Try again' }).click();

    await page.locator('quiver-chat .disclaimer').waitFor();
    assert.equal(await page.getByRole('alert').count(), 0);
  }));

test('a message that is too long is held back, and says why', () =>
  withVisitor({}, async (context) => {
    const page = await visit(context);
    await open(page);
    await field(page).fill('x'.repeat(4090));
    await page.getByText('6 characters left').waitFor();
    await field(page).fill('x'.repeat(4097));
    await page.getByText('This message is too long.').waitFor();
    await field(page).press('Enter');

    assert.equal(await entries(page).count(), 0);
    assert.equal((await field(page).inputValue()).length, 4097);
  }));
