// Compares native verdicts with WebAssembly's, password by password: the judgement while typing by
// the module that is served, the whole judgement by a module with the feature `full`.
//
// node compare.mjs <verdicts> <glue.js> <module.wasm> <full glue.js> <full module.wasm>
//
// `verdicts` is the native example of that name. Both glues are of wasm-bindgen's target `web`.

import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";

const PASSWORDS = 100_000;
const BANNED = ["zugspitze", "C0ntoso", "blank", "abcdef", "مرحبتين", "edelweiß"];
const ORGANISATION = "Fabrikam & Söhne";
const IDENTIFIERS = [
  "ada.lovelace@demo.example",
  "Poll",
  "ΣΊΣΥΦΟΣ.ΠΈΤΡΟΣ@demo.example",
  "o’neill-i̇stanbul",
  "محمد.الأمين",
  "jo ann",
];
// Every vector of Entra's documentation, and what each rule is about.
const VECTORS = [
  "", "a", "Bl@nK", "abcdeg", "abcdefg", "abcde", "p0LL23fb", "C0ntos0Blank12", "ContoS0Bl@nkf9!",
  "contosocontosocontosocontosocontoso", "Password1", "P@ssw0rd", "Summer2026!", "Zugsp1tze99",
  "aaaaaaaaaaaa", "abcabcabcabc", "correct horse battery staple", "        horse", "F@brik@m-x-9z",
  "horse\u0000battery", "horse\u0085battery", "e\u0301e\u0301e\u0301e\u0301e\u0301e\u0301e\u0301e\u0301",
  "a".repeat(256), "ab🐎x".repeat(64), "ab🐎x".repeat(64) + "!", "🐎".repeat(256), "é".repeat(512), "é".repeat(513),
  "ΟΔΥΣΣΕΥΣ ΣΊΣΥΦΟΣ", "İSTANBUL İSTANBUL", "ẞtraße ẞtraße", "ǅungla ǅungla",
];
const ALPHABETS = [
  range(0x20, 0x7e), range(0x20, 0x7e), range(0x61, 0x7a), [..."aolsOLS01$@ "], range(0xa1, 0x17f),
  range(0x391, 0x3a1).concat(range(0x3a3, 0x3c9)), range(0x410, 0x44f), range(0x5d0, 0x5ea),
  range(0x621, 0x63a), range(0x300, 0x314).concat([..."aeiouAEIOU"]), range(0x905, 0x94d),
  range(0x4e00, 0x4eff), range(0x1f600, 0x1f64f), [..."👩‍👧🏽🇩🇪"], range(0, 0x1f), range(0x2010, 0x2027),
  [..."ςσΣİIıßẞǅﬁK"],
];
const WORDS = [
  "ada", "Lovelace", "l0vel@ce", "LOVELACE", "demo", "example", "poll", "P0LL", "ΣΊΣΥΦΟΣ", "σίσυφος", "Πέτρος",
  "O’NEILL", "neill", "İSTANBUL", "i̇stanbul", "محمد", "الأمين", "Jo Ann", "Fabrikam", "f@br1k@m", "SÖHNE", "söhne",
  "Zugspitze", "zugsp1tze", "zugspitz", "contoso", "C0NT0S0", "Bl@nk", "blanc", "abcdef", "مرحبتين", "EDELWEIẞ",
  "edelweiß", "password", "P@$$w0rd", "qwerty", "Summer", "2026", "welcome", "football", "baseball1", "trustno1",
];

function range(from, to) {
  return Array.from({ length: to - from + 1 }, (_, at) => String.fromCodePoint(from + at));
}

// mulberry32: the same passwords every time.
let seed = 0x5eed;
function random(below) {
  seed = (seed + 0x6d2b79f5) | 0;
  let bits = Math.imul(seed ^ (seed >>> 15), 1 | seed);
  bits = (bits + Math.imul(bits ^ (bits >>> 7), 61 | bits)) ^ bits;
  return ((bits ^ (bits >>> 14)) >>> 0) % below;
}
const pick = (list) => list[random(list.length)];
const some = (alphabet, length) => Array.from({ length }, () => pick(alphabet)).join("");

function password() {
  switch (random(5)) {
    case 0:
      return some(pick(ALPHABETS), random(40));
    case 1:
      return Array.from({ length: 1 + random(4) }, () => pick(WORDS)).join(pick(["", "", "-", " "]));
    case 2:
      return pick(WORDS) + some(pick(ALPHABETS), random(6));
    case 3:
      return some(pick(ALPHABETS), random(8)) + pick(WORDS) + some(pick(ALPHABETS), random(8));
    default:
      return random(50) === 0
        ? pick(WORDS).repeat(random(60))
        : some(ALPHABETS.flatMap((alphabet) => [pick(alphabet)]), random(24));
  }
}

function* scenarios() {
  for (const vector of VECTORS) {
    for (const min of [1, 15]) {
      for (const threeOfFour of [false, true]) {
        for (const identifier of IDENTIFIERS) {
          yield { password: vector.normalize("NFC"), min, max: 256, threeOfFour, identifier };
        }
      }
    }
  }
  for (let count = 0; count < PASSWORDS; count++) {
    yield {
      password: password().normalize("NFC"),
      min: pick([8, 15]),
      max: pick([64, 256]),
      threeOfFour: random(2) === 1,
      identifier: pick(IDENTIFIERS),
    };
  }
}

async function load(glue, module) {
  const source = readFileSync(glue).toString("base64");
  const loaded = await import(`data:text/javascript;base64,${source}#${module}`);
  const wasm = readFileSync(module);
  // The glue that is served knows one way to begin, by address.
  if (loaded.initSync) loaded.initSync({ module: wasm });
  else await loaded.default(`data:application/wasm;base64,${wasm.toString("base64")}`);
  return loaded;
}

const [verdicts, glue, module, fullGlue, fullModule] = process.argv.slice(2);
if (!fullModule) {
  console.error("usage: node compare.mjs <verdicts> <glue.js> <module.wasm> <full glue.js> <full module.wasm>");
  process.exit(2);
}
const served = await load(glue, module);
const full = (await load(fullGlue, fullModule)).Judge.prepare(BANNED.join("\n"), ORGANISATION);

const hex = (text) => Buffer.from(text).toString("hex");
const all = [...scenarios()];
const lines = all.map((each) =>
  [each.min, each.max, Number(each.threeOfFour), hex(each.password), hex(each.identifier)].join(" "),
);
const native = spawnSync(verdicts, {
  input: `${hex(BANNED.join("\n"))} ${hex(ORGANISATION)}\n${lines.join("\n")}\n`,
  encoding: "utf8",
  maxBuffer: 1 << 28,
});
if (native.status !== 0) {
  console.error(`${verdicts} failed: ${native.error ?? native.stderr}`);
  process.exit(1);
}
const answers = native.stdout.trimEnd().split("\n");
if (answers.length !== all.length) {
  console.error(`${answers.length} native verdicts for ${all.length} passwords`);
  process.exit(1);
}

const kinds = new Map();
let different = 0;
all.forEach((each, index) => {
  const { password, min, max, threeOfFour, identifier } = each;
  const names = `${identifier}\n${ORGANISATION}`.toLowerCase();
  const typing = served.judge(password, password.toLowerCase(), names, min, max, threeOfFour);
  const whole = full.judge(password, identifier, min, max, threeOfFour);
  const ours = `${typing} ${whole}`;
  kinds.set(whole, (kinds.get(whole) ?? 0) + 1);
  if (ours !== answers[index] && different++ < 10) {
    console.error(`${JSON.stringify(each)}: native ${answers[index]}, WebAssembly ${ours}`);
  }
});
// A comparison of passwords that all get the same verdict would compare nothing.
const seen = [...kinds.keys()].reduce((bits, each) => bits | each, 0);
if (seen !== 0b1_1111_1111) {
  console.error(`not every violation occurred: ${seen.toString(2)}`);
  process.exit(1);
}
console.log(`${all.length} passwords, ${kinds.size} different verdicts, ${different} differences`);
process.exit(different === 0 ? 0 : 1);
