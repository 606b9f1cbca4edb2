// The whole reset on real directories: the demonstration with slapd, and with Samba as a domain controller. The
// client is the one from outside; what is judged is what the directory says of the password afterwards.

import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

import { Demo } from '../fixtures/demo.ts';
import { expect, test } from '../fixtures/index.ts';

const run = promisify(execFile);
const SEED = 'MRSW233OON2HEYLUNFXW4LLBMRQS2MBR';
const PASSWORD = 'seven ships at the quay';

test.describe.configure({ timeout: 120_000 });

for (const directory of ['openldap', 'active-directory']) {
  test(`${directory}: a reset reaches the directory, and the old password is refused`, async () => {
    const demo = await Demo.start('', ([program, ...flags]) => [
      program as string,
      [...flags, '--directory', directory],
    ]);
    try {
      expect(await demo.tryPassword('ada@demo.example', 'correct horse battery staple')).toBe('right');
      const script = ['outside/reset.mjs', demo.origin, 'ada@demo.example', 'ada@home.example', SEED, PASSWORD];
      const { stdout } = await run(process.execPath, script, { timeout: 60_000 });
      expect(stdout).toContain('done: ');
      expect(await demo.tryPassword('ada@demo.example', PASSWORD)).toBe('right');
      expect(await demo.tryPassword('gus@demo.example', 'correct horse battery staple')).toBe('disabled');
      expect(await demo.tryPassword('eli@demo.example', 'correct horse battery staple')).toBe('locked');
    } finally {
      await demo.close();
    }
  });
}
