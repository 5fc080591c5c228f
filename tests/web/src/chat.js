// The chat on a page, as a visitor meets it.
import assert from 'node:assert/strict';

export const launcher = (page) => page.getByRole('button', { name: /^Open the chat/ });
export const field = (page) => page.getByRole('textbox', { name: 'Your message' });
export const panel = (page) => page.locator('quiver-chat .panel');
export const entries = (page) => page.locator('quiver-chat article.entry');
export const bubbles = (page) => page.locator('quiver-chat article .bubble');
export const option = (page, name) =>
  page.getByRole('toolbar').getByRole('button', { name, exact: true });

export async function open(page) {
  await launcher(page).click();
  await page.locator('quiver-chat .disclaimer').waitFor();
}

/** Waits until nothing is under way. */
export async function settled(page) {
  await page.waitForFunction(() => {
    const { shadowRoot } = document.querySelector('quiver-chat');
    return shadowRoot.querySelector('.log') && !shadowRoot.querySelector('.typing');
  });
}

/** Types and sends `text`, and waits for the reply; gives its text. */
export async function say(page, text) {
  const before = await entries(page).count();
  await field(page).fill(text);
  await field(page).press('Enter');
  return replyAfter(page, before);
}

/** Waits for a question and its reply after the first `before` entries. */
export async function replyAfter(page, before) {
  await entries(page)
    .nth(before + 1)
    .waitFor();
  await settled(page);
  const reply = entries(page).nth(before + 1);
  assert.match(await reply.getAttribute('class'), /assistant/);
  return reply.innerText();
}

/** What has the focus, inside shadow roots too: its role or tag, and its name. */
export function focused(page) {
  return page.evaluate(() => {
    let active = document.activeElement;
    while (active?.shadowRoot?.activeElement) active = active.shadowRoot.activeElement;
    const name =
      active?.getAttribute('aria-label') ??
      active?.closest('label')?.textContent ??
      active?.textContent ??
      '';
    return `${active?.localName}: ${name.trim().replace(/\s+/g, ' ')}`;
  });
}

/** Presses `key` until `wanted` has the focus, as somebody without a mouse does. */
export async function press(page, key, wanted, limit = 80) {
  const seen = [];
  for (let presses = 0; presses < limit; presses += 1) {
    await page.keyboard.press(key);
    const now = await focused(page);
    if (wanted.test(now)) return;
    seen.push(now);
  }
  assert.fail(`${key} never leads to ${wanted}; it leads to\n${seen.join('\n')}`);
}
