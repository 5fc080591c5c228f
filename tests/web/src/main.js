// Usage: main.js REPOSITORY SERVER
import { after, before } from 'node:test';
import { startWorld, stopWorld } from './world.js';

const [repository, program] = process.argv.slice(2);

before(() => startWorld(repository, program), { timeout: 120_000 });
after(stopWorld);

await import('./conversation_test.js');
await import('./body_map_test.js');
await import('./accessibility_test.js');
await import('./urgent_test.js');
await import('./memory_test.js');
await import('./network_test.js');
await import('./embedding_test.js');
await import('./layout_test.js');
await import('./menu_test.js');
