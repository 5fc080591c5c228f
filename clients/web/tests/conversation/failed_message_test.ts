import { beforeEach, describe, expect, it } from 'vitest';
import { Code, RpcError } from '../../src/rpc/rpc_error.js';
import { Browser, unavailable } from './browser.js';
import { FakeServer } from './fake_server.js';

let server: FakeServer;
let browser: Browser;
beforeEach(() => {
  server = new FakeServer();
  browser = new Browser();
});

describe('a message that does not get through', () => {
  it('is marked, with what the server has to say', async () => {
    server.failures.push(unavailable());
    const { conversation, shown, problems } = browser.openTab(server);
    await conversation.send('why?');

    expect(shown()).toEqual(['why? (failed)']);
    expect(conversation.state.entries[0]).toMatchObject({
      problem: { kind: 'unreachable', text: 'Please wait.' },
    });
    expect(problems).toEqual(['unreachable']);
  });

  it('keeps its request id when it is sent again', async () => {
    server.losses = 1;
    const { conversation, shown } = browser.openTab(server);
    await conversation.send('why?');
    expect(shown()).toEqual(['why? (failed)']);
    await conversation.retry(conversation.state.entries[0]!.key);

    expect(shown()).toEqual(['why?', 're: why?']);
    expect(server.requests.map((request) => request.requestId)).toEqual([
      'request-1',
      'request-1',
    ]);
    expect(server.sessions.get('session-1')).toHaveLength(1);
  });

  it('is tried again by itself while there is patience', async () => {
    browser.retries = 2;
    server.failures.push(unavailable(), unavailable());
    const { conversation, shown, problems } = browser.openTab(server);
    await conversation.send('why?');

    expect(shown()).toEqual(['why?', 're: why?']);
    expect(problems).toEqual([]);
  });

  it('is not tried again when it was refused', async () => {
    browser.retries = 2;
    server.failures.push(new RpcError(Code.INVALID_ARGUMENT, 'text too long'));
    const { conversation } = browser.openTab(server);
    await conversation.send('why?');
    await conversation.retryAll();

    expect(server.requests).toHaveLength(1);
    expect(conversation.state.entries[0]).toMatchObject({ problem: { kind: 'refused' } });
  });

  it('does not hold up later ones, and comes after them when it is sent', async () => {
    server.failures.push(unavailable());
    const { conversation, shown } = browser.openTab(server);
    await conversation.send('first');
    await conversation.send('second');
    expect(shown()).toEqual(['first (failed)', 'second', 're: second']);
    await conversation.retryAll();

    expect(shown()).toEqual(['second', 're: second', 'first', 're: first']);
    expect(server.sessions.size).toBe(1);
  });

  it('survives that another tab makes this one read the history anew', async () => {
    const [one, two] = [browser.openTab(server), browser.openTab(server)];
    server.failures.push(unavailable());
    await one.conversation.send('lost');
    await two.conversation.send('other');
    await one.conversation.open();

    expect(one.shown()).toEqual(['other', 're: other', 'lost (failed)']);
  });
});
