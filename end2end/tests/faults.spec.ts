// A power cut in the middle, and a disk that is full: nothing is lost, and no success is shown that did not happen.

import { execFileSync } from 'node:child_process';
import { randomInt } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import { setTimeout as pause } from 'node:timers/promises';

import { solveChallenge } from 'altcha-lib';
import { deriveKey } from 'altcha-lib/algorithms/pbkdf2';

import { Demo } from '../fixtures/demo.ts';
import { EASY, expect, test } from '../fixtures/index.ts';
import { Api } from '../outside/api.mjs';

const DOCUMENT = fileURLToPath(new URL('../../docs/reference/openapi.json', import.meta.url));
const USER = 'ada@demo.example';
const MAIL = 'ada@home.example';
const NUMBER = '+12025550101';
const MANY = `${EASY}[codes]\nper_target_in_ten_minutes = 50\nper_target_in_an_hour = 500\n`;

async function start(api: Api) {
  const { body: challenge } = await api.call('get_proof_of_work_challenge');
  const solution = await solveChallenge({ challenge, deriveKey });
  const proof = Buffer.from(JSON.stringify({ challenge, solution })).toString('base64');
  return api.call('start_reset', { identifier: USER, proof_of_work: proof, locale: 'en' });
}

/** Every code that came to a target, newest first; other messages come there too. */
async function codes(demo: Demo, target: string) {
  return (await demo.mails(target)).flatMap(({ code }) => code ?? []);
}

/** Passes both gates; the codes come from the newest messages. */
async function passGates(demo: Demo, api: Api) {
  expect((await start(api)).status).toBe(202);
  for (const [method, target] of [
    ['email', MAIL],
    ['sms', NUMBER],
  ] as const) {
    const before = (await codes(demo, target)).length;
    expect((await api.call('send_code', { method, target })).status).toBe(202);
    await expect.poll(async () => (await codes(demo, target)).length, { intervals: [50] }).toBe(before + 1);
    const [code] = await codes(demo, target);
    expect((await api.call('submit_code', { method, code })).status).toBe(200);
  }
}

test.describe.configure({ timeout: 120_000 });

test('a power cut in the middle of a password loses nothing and invents nothing', async () => {
  const demo = await Demo.start(MANY);
  const seen = { answered: 0, written: 0, given_back: 0 };
  try {
    let current = 'correct horse battery staple';
    for (let round = 0; round < 10; round += 1) {
      const api = await Api.read(DOCUMENT, demo.origin);
      await passGates(demo, api);
      const wanted = `harbour number ${round} at dusk`;
      const answer = api.call('set_password', { new_password: wanted }).catch(() => undefined);
      await pause(randomInt(0, 60));
      await demo.kill();
      const told = await answer;
      await demo.run();
      const isNew = (await demo.tryPassword(USER, wanted)) === 'right';
      const isOld = (await demo.tryPassword(USER, current)) === 'right';
      expect(isNew, 'exactly one password is right').toBe(!isOld);
      const state = await api.call('get_reset');
      expect(state.status).toBe(200);
      if (told?.status === 200) {
        seen.answered += 1;
        expect(isNew, 'what was told as done is done').toBe(true);
      }
      if (isNew) {
        seen.written += 1;
        expect(state.body.step, 'the flow knows that it is done').toHaveProperty('done');
      } else {
        seen.given_back += 1;
        // The flow goes on where it was: the same proofs, another try.
        expect(state.body.step).toBe('new-password');
        expect((await api.call('set_password', { new_password: wanted })).status).toBe(200);
        expect(await demo.tryPassword(USER, wanted)).toBe('right');
      }
      current = wanted;
    }
    test.info().annotations.push({ type: 'power cuts', description: JSON.stringify(seen) });
    expect(seen.written + seen.given_back).toBe(10);
  } finally {
    await demo.close();
  }
});

test('a power cut between the gates keeps the proofs that were given', async () => {
  const demo = await Demo.start(MANY);
  try {
    const api = await Api.read(DOCUMENT, demo.origin);
    expect((await start(api)).status).toBe(202);
    await api.call('send_code', { method: 'email', target: MAIL });
    const code = await demo.code(MAIL);
    expect((await api.call('submit_code', { method: 'email', code })).status).toBe(200);
    await demo.kill();
    await demo.run();
    const { body } = await api.call('get_reset');
    expect(body.gates).toEqual({ required: 2, passed: 1 });
    // The code was used: a second time it proves nothing.
    expect((await api.call('submit_code', { method: 'email', code })).status).toBe(409);
  } finally {
    await demo.close();
  }
});

test('a full disk takes nothing in, shows no success, and everything goes on when there is room', async () => {
  // Files may grow to 3 MB; what is refused beyond that is what a full disk refuses.
  const limited = (command: string[]): [string, string[]] => [
    'bash',
    ['-c', 'trap "" XFSZ; ulimit -S -f 3072; exec "$@"', 'bash', ...command],
  ];
  const demo = await Demo.start(MANY, limited);
  try {
    const api = await Api.read(DOCUMENT, demo.origin);
    await passGates(demo, api);
    await fill(demo);
    const refused = await api.call('set_password', { new_password: 'harbour lights at dusk' });
    expect(refused.status).toBe(503);
    expect(refused.body.type).toBe('urn:postern:problem:busy');
    expect(await demo.tryPassword(USER, 'correct horse battery staple')).toBe('right');
    // Pages need no room, and say what is wrong.
    expect((await fetch(`${demo.origin}/reset`)).status).toBe(200);
    execFileSync('prlimit', ['--pid', String(demo.pid), '--fsize=unlimited:unlimited']);
    await expect
      .poll(async () => (await api.call('set_password', { new_password: 'harbour lights at dusk' })).status)
      .toBe(200);
    expect(await demo.tryPassword(USER, 'harbour lights at dusk')).toBe('right');
  } finally {
    await demo.close();
  }
});

/** Starts resets until the store takes no more. */
async function fill(demo: Demo) {
  for (let round = 0; round < 2_000; round += 1) {
    const answers = await Promise.all(
      Array.from({ length: 20 }, async () => start(await Api.read(DOCUMENT, demo.origin))),
    );
    if (answers.every(({ status }) => status === 503)) return;
    expect(answers.every(({ status }) => status === 202 || status === 503)).toBe(true);
  }
  throw new Error('the store never became full');
}
