import { beforeEach, describe, expect, it } from 'vitest';
import { Code, RpcError } from '../../src/rpc/rpc_error.js';
import { Browser, unavailable } from './browser.js';
import { FakeServer, makeOption } from './fake_server.js';

let server: FakeServer;
let browser: Browser;
beforeEach(() => {
  server = new FakeServer();
  browser = new Browser();
});

describe('Conversation', () => {
  it('asks for the greeting only, when nothing was said before', async () => {
    const { conversation, shown } = browser.openTab(server);
    await conversation.open();

    expect(conversation.state.description?.greeting).toBe('Hello.');
    expect(shown()).toEqual([]);
    expect(conversation.state.busy).toBe(false);
  });

  it('shows what is sent at once, and the reply when it comes', async () => {
    const { conversation, shown, replies } = browser.openTab(server);
    const sent = conversation.send('why?');
    expect(shown()).toEqual(['why? (sending)']);
    expect(conversation.state.busy).toBe(true);
    await sent;

    expect(shown()).toEqual(['why?', 're: why?']);
    expect(replies).toEqual(['re: why?']);
    expect(conversation.state.busy).toBe(false);
  });

  it('sends one message after the other, in one session', async () => {
    const { conversation, shown } = browser.openTab(server);
    await Promise.all([conversation.send('one'), conversation.send('two')]);

    expect(server.requests.map((request) => request.sessionId)).toEqual([
      '',
      'session-1',
    ]);
    expect(shown()).toEqual(['one', 'two', 're: one', 're: two']);
  });

  it('sends options by id and shows them by label', async () => {
    const { conversation, shown } = browser.openTab(server);
    await conversation.choose([
      makeOption('part.calf', 'calf'),
      makeOption('part.toe', 'toe'),
    ]);

    expect(server.requests[0]!.optionIds).toEqual(['part.calf', 'part.toe']);
    expect(shown()).toEqual(['calf, toe', 're: part.calf+part.toe']);
  });

  it('restores the session from the server, page by page', async () => {
    const before = browser.openTab(server);
    for (const text of ['one', 'two', 'three']) await before.conversation.send(text);

    const after = browser.openTab(server);
    await after.conversation.open();

    expect(after.shown()).toEqual([
      'one',
      're: one',
      'two',
      're: two',
      'three',
      're: three',
    ]);
    expect(after.replies).toEqual([]);
  });

  it('begins anew when the server has forgotten the session', async () => {
    browser.sessionId = 'expired';
    const { conversation, shown } = browser.openTab(server);
    await conversation.open();

    expect(conversation.state.problem).toBeNull();
    expect(shown()).toEqual([]);
    expect(browser.sessionId).toBe('');
  });

  it('follows another tab', async () => {
    const [one, two] = [browser.openTab(server), browser.openTab(server)];
    await one.conversation.send('from one');
    await two.conversation.send('from two');
    await one.conversation.send('again');

    const all = [
      'from one',
      're: from one',
      'from two',
      're: from two',
      'again',
      're: again',
    ];
    expect(one.shown()).toEqual(all);
    await two.conversation.open();
    expect(two.shown()).toEqual(all);
    expect(two.replies).toEqual(['re: from two']);
  });
});

describe('opening', () => {
  it('is a problem that can be tried again', async () => {
    server.failures.push(unavailable());
    const { conversation } = browser.openTab(server);
    await conversation.open();
    expect(conversation.state.problem?.kind).toBe('unreachable');
    await conversation.retryAll();

    expect(conversation.state.problem).toBeNull();
    expect(conversation.state.description?.name).toBe('Test assistant');
  });
});

describe('starting over', () => {
  it('clears what is shown, after a reload too', async () => {
    const { conversation, shown } = browser.openTab(server);
    await conversation.send('one');
    await conversation.restart();
    expect(shown()).toEqual(['Afresh.']);
    await conversation.send('two');

    const reloaded = browser.openTab(server);
    await reloaded.conversation.open();
    expect(reloaded.shown()).toEqual(['Afresh.', 'two', 're: two']);
  });

  it('keeps what is shown when it fails', async () => {
    const { conversation, shown } = browser.openTab(server);
    await conversation.send('one');
    server.failures.push(unavailable());
    await conversation.restart();
    expect(shown()).toEqual(['one', 're: one']);
    expect(conversation.state.problem?.kind).toBe('unreachable');

    await conversation.retryAll();
    expect(shown()).toEqual(['Afresh.']);
  });
});

describe('a tab whose storage is not up to date', () => {
  it('is told the session, and goes on with it', async () => {
    const late = new Browser().memory;
    const [one, two] = [browser.openTab(server), browser.openTab(server, late)];
    await one.conversation.send('first');
    await two.conversation.send('second');

    expect(server.sessions.size).toBe(1);
    expect(two.shown()).toEqual(['first', 're: first', 'second', 're: second']);
  });
});

describe('forgetting', () => {
  it('deletes the session at the server and in all tabs', async () => {
    const [one, two] = [browser.openTab(server), browser.openTab(server)];
    await one.conversation.send('secret');
    await one.conversation.forget();
    await two.conversation.open();

    expect(server.sessions.size).toBe(0);
    expect(browser.sessionId).toBe('');
    expect(one.shown()).toEqual([]);
    expect(two.shown()).toEqual([]);
  });

  it('does not claim it when the server was not reached', async () => {
    const { conversation, shown } = browser.openTab(server);
    await conversation.send('secret');
    server.failures.push(unavailable());
    await conversation.forget();

    expect(conversation.state.problem?.kind).toBe('unreachable');
    expect(shown()).toEqual(['secret', 're: secret']);
    expect(browser.sessionId).toBe('session-1');
  });

  it('leaves only the receipt when it is asked for in words', async () => {
    const { conversation, shown } = browser.openTab(server);
    await conversation.send('secret');
    await conversation.send('forget me');

    expect(shown()).toEqual(['re: forget me']);
    expect(browser.sessionId).toBe('');
  });
});

describe('a verdict', () => {
  it('is shown and sent', async () => {
    const { conversation } = browser.openTab(server);
    await conversation.send('one');
    await conversation.rate(1, false);

    expect(conversation.state.ratings.get(1)).toBe(false);
    expect(server.ratings).toEqual(['1:2']);
  });

  it('that gets lost is no problem, and can be given again', async () => {
    const { conversation, problems } = browser.openTab(server);
    await conversation.send('one');
    server.failures.push(unavailable());
    await conversation.rate(1, true);

    expect(problems).toEqual([]);
    expect(conversation.state.problem).toBeNull();
    expect(conversation.state.ratings.size).toBe(0);
    expect([...conversation.state.unheard]).toEqual([1]);

    await conversation.rate(1, true);

    expect(conversation.state.ratings.get(1)).toBe(true);
    expect(conversation.state.unheard.size).toBe(0);
  });

  it('is there again after a reload', async () => {
    const before = browser.openTab(server).conversation;
    for (const text of ['one', 'two', 'three']) await before.send(text);
    await before.rate(1, true);
    await before.rate(3, true);
    await before.rate(3, false);
    const { conversation } = browser.openTab(server);
    await conversation.open();

    expect([...conversation.state.ratings]).toEqual([
      [1, true],
      [3, false],
    ]);
  });

  it('is gone with the session', async () => {
    const { conversation } = browser.openTab(server);
    await conversation.send('one');
    await conversation.rate(1, true);
    await conversation.forget();

    expect(conversation.state.ratings.size).toBe(0);
  });

  it('is not asked for again by a server that takes none', async () => {
    const { conversation } = browser.openTab(server);
    server.failures.push(new RpcError(Code.UNIMPLEMENTED, 'no feedback'));
    await conversation.rate(1, true);

    expect(conversation.state.ratable).toBe(false);
  });
});
