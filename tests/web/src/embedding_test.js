import assert from 'node:assert/strict';
import { test } from 'node:test';
import { entries, launcher, open, say } from './chat.js';
import { visit, withVisitor, world } from './world.js';

const STRICT =
  "default-src 'none'; script-src 'self'; connect-src 'self'; " +
  "require-trusted-types-for 'script'; trusted-types lit-html";

/** Collects what the page's policy forbids. */
async function watchPolicy(context) {
  await context.addInitScript(() => {
    globalThis.violations = [];
    document.addEventListener('securitypolicyviolation', (event) => {
      globalThis.violations.push(`${event.violatedDirective} ${event.blockedURI}`);
    });
  });
}

test('the chat works under the strictest policy, with Trusted Types', () =>
  withVisitor({}, async (context) => {
    await watchPolicy(context);
    const address = `${world.server.origin}/strict`;
    await context.route(address, (route) =>
      route.fulfill({
        headers: {
          'content-type': 'text/html',
          'content-security-policy': STRICT,
        },
        body: `<!doctype html><html lang="en"><title>Strict</title>
          <script type="module" src="/widget/v1/loader.js"></script><body></body></html>`,
      }),
    );
    const page = await visit(context, address);
    await open(page);
    await say(page, 'why do my muscles twitch');
    await page.locator('quiver-chat .region').first().click();
    await page.getByRole('button', { name: 'Send choice' }).click();
    await entries(page).nth(3).waitFor();
    await page.keyboard.press('Escape');

    assert.deepEqual(await page.evaluate('violations'), []);
    assert.deepEqual(page.mistakes, []);
    // Its styles are there all the same, and the policy is in force.
    const radius = await launcher(page).evaluate(
      (button) => getComputedStyle(button).borderRadius,
    );
    assert.equal(radius, '50%');
    const refused = await page.evaluate(() => {
      try {
        document.body.innerHTML = '<b>raw</b>';
        return '';
      } catch (error) {
        return error.name;
      }
    });
    assert.equal(refused, 'TypeError');
  }));

test("the demonstration page keeps to the server's own policy", () =>
  withVisitor({}, async (context) => {
    await watchPolicy(context);
    const page = await visit(context);
    await page.getByRole('button', { name: 'Ask the assistant' }).click();
    await page.locator('quiver-chat .disclaimer').waitFor();

    assert.deepEqual(await page.evaluate('violations'), []);
    assert.match(await page.locator('#snippet').innerText(), /widget\/v1\/loader\.js/);
  }));

function embed(path, body) {
  world.foreign.pages.set(path, `<!doctype html><html lang="en">${body}</html>`);
}

const tag = (attributes = '') =>
  `<script type="module" src="${world.server.origin}/widget/v1/loader.js" ${attributes}></script>`;

test('one script tag puts the chat on a page of another origin', () =>
  withVisitor({}, async (context) => {
    embed('/page', tag());
    const page = await visit(context, `${world.foreign.allowed}/page`);
    await open(page);
    const reply = await say(page, 'my calf twitches');

    assert.match(reply, /calf/i);
    assert.deepEqual(page.mistakes, []);
  }));

test('an origin that is not allowed is told that nothing got through', () =>
  withVisitor({}, async (context) => {
    embed('/page', tag());
    const page = await visit(context, `${world.foreign.refused}/page`);
    await page.evaluate(() => document.querySelector('quiver-chat').open());

    await page.getByRole('alert').waitFor();
    assert.equal(await page.locator('quiver-chat .disclaimer').count(), 0);
  }));

test('attributes, variables and parts reach the chat; its events reach the page', () =>
  withVisitor({}, async (context) => {
    embed(
      '/styled',
      `<style>
        quiver-chat { --chat-accent: rgb(90, 30, 120); }
        quiver-chat::part(launcher) { border-radius: 8px; }
        quiver-chat::part(send) { border-radius: 6px; }
      </style>${tag('data-theme="dark" data-memory="none"')}`,
    );
    const page = await visit(context, `${world.foreign.allowed}/styled`);
    const style = (selector, name) =>
      page
        .locator(`quiver-chat ${selector}`)
        .evaluate((element, property) => getComputedStyle(element)[property], name);
    assert.equal(await style('.launcher', 'backgroundColor'), 'rgb(90, 30, 120)');
    assert.equal(await style('.launcher', 'borderRadius'), '8px');
    await page.evaluate(() => {
      globalThis.heard = [];
      for (const type of ['chat-open', 'chat-message', 'chat-feedback', 'chat-close']) {
        document.addEventListener(type, () => globalThis.heard.push(type));
      }
    });
    await open(page);
    assert.equal(await style('quiver-composer button', 'borderRadius'), '6px');
    assert.equal(await style('.panel', 'backgroundColor'), 'rgb(19, 32, 31)');
    assert.equal(
      await style('quiver-composer form', 'backgroundColor'),
      'rgb(19, 32, 31)',
    );
    await say(page, 'my calf twitches');
    await page.getByRole('button', { name: 'This helped' }).click();
    await page.keyboard.press('Escape');

    assert.deepEqual(await page.evaluate('heard'), [
      'chat-open',
      'chat-message',
      'chat-feedback',
      'chat-close',
    ]);
    assert.equal(await page.evaluate(() => localStorage.length), 0);
  }));

test('the chat can be a part of the page, inside a shadow root of it', () =>
  withVisitor({}, async (context) => {
    const script = `
      import('${world.server.origin}/widget/v1/widget.js').then(() => {
        const root = document.querySelector('#host').attachShadow({ mode: 'open' });
        const chat = document.createElement('quiver-chat');
        chat.setAttribute('endpoint', '${world.server.origin}');
        chat.setAttribute('inline', '');
        root.append(chat);
      });`;
    embed('/inline', `<div id="host"></div><script type="module">${script}</script>`);
    const page = await visit(context, `${world.foreign.allowed}/inline`);
    await page.locator('quiver-chat .disclaimer').waitFor();

    assert.equal(await page.getByRole('region').count(), 1);
    assert.equal(await page.getByRole('button', { name: 'Close the chat' }).count(), 0);
  }));
