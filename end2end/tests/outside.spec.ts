// A client that somebody else wrote: it knows the OpenAPI document, and nothing of ours.

import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

import { expect, test } from '../fixtures/index.ts';

const run = promisify(execFile);

// "demonstration-ada-01" in base32.
const SEED = 'MRSW233OON2HEYLUNFXW4LLBMRQS2MBR';
const PASSWORD = 'seven ships at the quay';

test.use({ overrides: '' });

test('a script written against the OpenAPI document alone completes a reset', async ({ demo }) => {
  const script = ['outside/reset.mjs', demo.origin, 'ada@demo.example', 'ada@home.example', SEED, PASSWORD];
  const { stdout } = await run(process.execPath, script, { timeout: 50_000 });
  expect(stdout).toContain('done: ');
  expect(await demo.tryPassword('ada@demo.example', PASSWORD)).toBe('right');
});
