// Module worker: solves an ALTCHA v2 challenge in deterministic mode, PBKDF2 by WebCrypto.
//
// In:  the challenge, {parameters, signature}, exactly as the server sent it: it is signed over
//      its canonical JSON, so every number and string goes back unchanged.
// Out: {solution: base64 of {challenge, solution: {counter, derivedKey, time}}}, or {error}.

// Keys derived at once; the browser spreads them over its threads.
const BATCH = 16;
// A counter is four bytes long. Far below its end something is wrong with the challenge.
const LAST = 10_000_000;

const bytes = (hex) => Uint8Array.from(hex.match(/../g) ?? [], (pair) => parseInt(pair, 16));
const hex = (buffer) => Array.from(new Uint8Array(buffer), (byte) => byte.toString(16).padStart(2, '0')).join('');

async function derive(parameters, nonce, salt, counter) {
  const password = new Uint8Array(nonce.length + 4);
  password.set(nonce);
  new DataView(password.buffer).setUint32(nonce.length, counter);
  const key = await crypto.subtle.importKey('raw', password, 'PBKDF2', false, ['deriveBits']);
  const kdf = { name: 'PBKDF2', hash: 'SHA-256', salt, iterations: parameters.cost };
  return hex(await crypto.subtle.deriveBits(kdf, key, parameters.keyLength * 8));
}

async function solve(challenge) {
  const { parameters } = challenge;
  if (parameters.algorithm !== 'PBKDF2/SHA-256') throw new Error(`unknown algorithm ${parameters.algorithm}`);
  const begun = performance.now();
  const nonce = bytes(parameters.nonce);
  const salt = bytes(parameters.salt);
  for (let first = 0; first < LAST; first += BATCH) {
    const counters = Array.from({ length: BATCH }, (_, index) => first + index);
    const keys = await Promise.all(counters.map((counter) => derive(parameters, nonce, salt, counter)));
    const found = keys.findIndex((key) => key.startsWith(parameters.keyPrefix));
    if (found >= 0) {
      const time = Math.round(performance.now() - begun);
      const solution = { counter: first + found, derivedKey: keys[found], time };
      return btoa(JSON.stringify({ challenge, solution }));
    }
  }
  throw new Error('no solution');
}

onmessage = async ({ data: challenge }) => {
  try {
    postMessage({ solution: await solve(challenge) });
  } catch (error) {
    // No crypto.subtle on a page without https, for example.
    postMessage({ error: String(error) });
  }
};
