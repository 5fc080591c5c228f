import { parseArgs } from 'node:util';
import { Bot } from './bot.js';
import { ChannelError } from './channel.js';
import { makeLog, reason } from './ops/log.js';
import { loadSettings, type BotSettings } from './settings/load.js';
import { SettingsError } from './settings/values.js';

const usage = `Quiver in messengers.

Usage: quiver-bot [--config FILE] [--check]

  --config FILE  settings, TOML; the environment (QUIVER_BOT_*) goes before it
  --check        tries the settings, the server and the credentials, and ends
  --help         this

docs/bots.md tells how to set each channel up.
Exit codes: 0 stopped or all is well, 1 cannot go on, 2 wrong settings.
`;

const log = makeLog(
  (line) => process.stdout.write(line),
  () => new Date(),
);

async function main(): Promise<number> {
  const { values } = parseArgs({
    options: {
      config: { type: 'string', default: '' },
      check: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) {
    process.stdout.write(usage);
    return 0;
  }
  const settings = loadSettings(values.config, process.env);
  return values.check ? check(settings) : run(settings);
}

async function check(settings: BotSettings): Promise<number> {
  const bot = new Bot(settings, log, () => undefined);
  const wrong = await bot.check();
  for (const error of wrong) process.stderr.write(`${described(error)}\n`);
  if (wrong.length === 0) process.stdout.write('All is well.\n');
  return wrong.length === 0 ? 0 : 1;
}

/** Runs until a signal or a channel that cannot go on. */
async function run(settings: BotSettings): Promise<number> {
  let end: (code: number) => void = () => undefined;
  const ended = new Promise<number>((resolve) => (end = resolve));
  const bot = new Bot(settings, log, (error) => {
    log.error('channel failed', { reason: error.message, advice: error.advice });
    end(1);
  });
  for (const signal of ['SIGTERM', 'SIGINT'] as const) {
    process.once(signal, () => {
      log.info('stopping', { signal });
      end(0);
    });
  }
  await bot.start();
  log.info('started');
  const code = await ended;
  await bot.stop();
  log.info('stopped');
  return code;
}

function described(error: unknown): string {
  if (error instanceof ChannelError) return `${error.message}\n  -> ${error.advice}`;
  if (error instanceof SettingsError) return error.message;
  const { code } = error as { code?: string };
  if (code === 'EADDRINUSE') {
    return `${reason(error)}\n  -> another program has the port: set bot.listen or bot.health`;
  }
  if (code === 'UNAVAILABLE') {
    return `the server: ${reason(error)}\n  -> start quiver-server, or set server.address`;
  }
  return reason(error);
}

main().then(
  (code) => process.exit(code),
  (error: unknown) => {
    process.stderr.write(`quiver-bot: ${described(error)}\n`);
    process.exit(error instanceof SettingsError ? 2 : 1);
  },
);
