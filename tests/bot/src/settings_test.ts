import { strict as assert } from 'node:assert';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { Program, temporaryFolder } from './support/programs.js';

interface Case {
  readonly what: string;
  readonly file?: string;
  readonly environment?: Record<string, string>;
  readonly says: RegExp;
}

const cases: readonly Case[] = [
  { what: 'no channel', says: /no channel is set up: .*\[telegram\]/u },
  {
    what: 'a secret in the settings file',
    file: '[telegram]\ntoken = "7:x"\n',
    says: /telegram\.token is a secret .*QUIVER_BOT_TELEGRAM_TOKEN/u,
  },
  {
    what: 'an unknown key',
    file: '[telegram]\ntokenn_file = "x"\n',
    says: /\[telegram\] has no tokenn_file; it has token, mode/u,
  },
  { what: 'an unknown section', file: '[irc]\n', says: /no section \[irc\]/u },
  { what: 'no TOML', file: '[telegram\n', says: /settings\.toml/u },
  {
    what: 'a secret that is missing',
    environment: { QUIVER_BOT_SLACK_TOKEN: 'x' },
    says: /slack\.signing_secret is not set .*QUIVER_BOT_SLACK_SIGNING_SECRET/u,
  },
  {
    what: 'a secret file that is missing',
    environment: { QUIVER_BOT_TELEGRAM_TOKEN_FILE: '/nowhere/token' },
    says: /secret file \/nowhere\/token cannot be read/u,
  },
  {
    what: 'no number',
    file: '[bot]\nburst = "many"\n[telegram]\n',
    says: /bot\.burst must be a number/u,
  },
  {
    what: 'a mode that there is not',
    environment: { QUIVER_BOT_TELEGRAM_TOKEN: 'x', QUIVER_BOT_TELEGRAM_MODE: 'push' },
    says: /telegram\.mode must be one of polling, webhook/u,
  },
];

for (const { what, file, environment, says } of cases) {
  void test(`${what} is refused, with advice`, async () => {
    const path = join(temporaryFolder(), 'settings.toml');
    writeFileSync(path, file ?? '');
    const bot = process.env['QUIVER_TEST_BOT'] ?? '';
    const program = new Program('node', [bot, '--check', '--config', path], environment);
    assert.equal(await program.ended(), 2, program.output);
    assert.match(program.output, says);
  });
}
