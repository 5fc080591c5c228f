import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { freePort, Program, temporaryFolder } from '../support/programs.js';

/** Who has an account, all with the password "secret". */
const accounts = ['bot', 'ann'];

/** A real XMPP server, with nothing outside a folder of its own. */
export class Prosody {
  readonly domain = 'localhost';
  /** People whom tests speak for, by a component: anybody@people.localhost. */
  readonly people = 'people.localhost';
  readonly password = 'secret';
  readonly #folder = temporaryFolder();
  clientPort = 0;
  componentPort = 0;
  #program: Program | null = null;

  async start(): Promise<void> {
    this.clientPort = await freePort();
    this.componentPort = await freePort();
    const folder = join(this.#folder, 'data', 'localhost', 'accounts');
    mkdirSync(folder, { recursive: true });
    for (const name of accounts) {
      writeFileSync(
        join(folder, `${name}.dat`),
        'return { ["password"] = "secret"; };\n',
      );
    }
    writeFileSync(this.#config, this.#settings());
    await this.restart();
  }

  async restart(): Promise<void> {
    this.#program = new Program('prosody', ['-F', '--config', this.#config]);
    await this.#program.line("Activated service 'component'");
    await this.#program.line("Activated service 'c2s'");
  }

  async kill(): Promise<void> {
    await this.#program?.stop('SIGKILL');
  }

  get output(): string {
    return this.#program?.output ?? '';
  }

  get #config(): string {
    return join(this.#folder, 'prosody.cfg.lua');
  }

  #settings(): string {
    return `
run_as_root = true
data_path = "${this.#folder}/data"
pidfile = "${this.#folder}/prosody.pid"
plugin_paths = {}
log = { { levels = { min = "info" }, to = "console" } }
modules_enabled = { "saslauth", "roster", "disco", "smacks", "offline", "ping" }
modules_disabled = { "s2s", "tls" }
authentication = "internal_plain"
c2s_require_encryption = false
interfaces = { "127.0.0.1" }
c2s_ports = { ${this.clientPort} }
component_ports = { ${this.componentPort} }
component_interfaces = { "127.0.0.1" }
smacks_hibernation_time = 30
limits = {}
VirtualHost "localhost"
Component "${this.people}"
  component_secret = "${this.password}"
`;
  }
}
