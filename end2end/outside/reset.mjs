// Resets a password from outside: with the OpenAPI document, the official ALTCHA library and oathtool, and nothing of
// Postern's own.
//
//   node outside/reset.mjs ORIGIN USER ADDRESS SEED PASSWORD
//
// ORIGIN is a demonstration's; the mailed code is read from its mailbox, as a person reads their mail.

import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

import { solveChallenge } from 'altcha-lib';
import { deriveKey } from 'altcha-lib/algorithms/pbkdf2';

import { Api } from './api.mjs';

const DOCUMENT = fileURLToPath(new URL('../../docs/reference/openapi.json', import.meta.url));

const [origin, user, address, seed, password] = process.argv.slice(2);
if (!password) throw new Error('usage: node outside/reset.mjs ORIGIN USER ADDRESS SEED PASSWORD');

const api = await Api.read(DOCUMENT, origin);

const expect = (answer, status) => {
  if (answer.status !== status) throw new Error(`expected ${status}: ${JSON.stringify(answer)}`);
  return answer.body;
};

const site = expect(await api.call('get_site'), 200);
console.log(`${site.organisation} asks for ${site.required_methods} of ${site.methods.join(', ')}`);

const challenge = expect(await api.call('get_proof_of_work_challenge'), 200);
const solution = await solveChallenge({ challenge, deriveKey });
const proofOfWork = Buffer.from(JSON.stringify({ challenge, solution })).toString('base64');

let state = expect(
  await api.call('start_reset', { identifier: user, proof_of_work: proofOfWork, locale: 'en' }),
  202,
);
console.log(`started as ${state.identifier}: ${JSON.stringify(state.step)}`);

state = expect(await api.call('send_code', { method: 'email', target: address }), 202);
const code = await mailedCode();
state = expect(await api.call('submit_code', { method: 'email', code }), 200);
console.log(`${state.gates.passed} of ${state.gates.required} proven`);

const totp = execFileSync('oathtool', ['--totp', '--base32', seed], { encoding: 'utf8' }).trim();
state = expect(await api.call('submit_code', { method: 'authenticator-code', code: totp }), 200);
if (state.step !== 'new-password') throw new Error(`not due: ${JSON.stringify(state.step)}`);

const refused = await api.call('set_password', { new_password: 'password' });
if (refused.status !== 422) throw new Error(`a common password was taken: ${refused.status}`);
console.log(`refused: ${JSON.stringify(refused.body.password_violations)}`);

state = expect(await api.call('set_password', { new_password: password }), 200);
console.log(`done: ${JSON.stringify(state.step)}`);

async function mailedCode() {
  const end = Date.now() + 15_000;
  while (Date.now() < end) {
    const mails = await (await fetch(`${origin}/demo/api/messages?to=${encodeURIComponent(address)}`)).json();
    const found = mails.find((mail) => mail.code);
    if (found) return found.code;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error(`no code came to ${address}`);
}
