// Measures the first screen of /reset in Chromium with a cold cache: everything on the wire, when
// something can be read, when the WebAssembly is in charge. Prints one JSON document.
//
//   node page.mjs <origin> <runs> [chromium]
import { chromium } from '@playwright/test';

const [origin, runs, executablePath] = process.argv.slice(2);
const flags = [
  '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking',
  '--disable-component-update', '--disable-sync',
];
const browser = await chromium.launch({ executablePath: executablePath || undefined, args: flags });

// 1.6 Mbit/s, 150 ms, a CPU four times slower: a cheap phone on a slow network.
const SLOW = { offline: false, latency: 150, downloadThroughput: 200_000, uploadThroughput: 93_750 };

async function measure(slow) {
  const context = await browser.newContext();
  const page = await context.newPage();
  const cdp = await context.newCDPSession(page);
  await cdp.send('Network.enable');
  await cdp.send('Network.setCacheDisabled', { cacheDisabled: true });
  if (slow) {
    await cdp.send('Network.emulateNetworkConditions', SLOW);
    await cdp.send('Emulation.setCPUThrottlingRate', { rate: 4 });
  }
  const urls = new Map();
  const bytes = new Map();
  cdp.on('Network.requestWillBeSent', ({ requestId, request }) => urls.set(requestId, request.url));
  cdp.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => bytes.set(requestId, encodedDataLength));
  await page.addInitScript(() => {
    new MutationObserver(() => {
      if ('started' in (document.documentElement?.dataset ?? {}) && !window.inCharge) window.inCharge = performance.now();
    }).observe(document, { attributes: true, subtree: true, attributeFilter: ['data-started'] });
  });
  await page.goto(`${origin}/reset`, { waitUntil: 'load' });
  await page.waitForFunction(() => window.inCharge > 0);
  const times = await page.evaluate(() => ({
    firstPaint: performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? 0,
    inCharge: window.inCharge,
  }));
  await page.waitForLoadState('networkidle');
  await context.close();
  const files = [...bytes].map(([id, size]) => ({ path: new URL(urls.get(id)).pathname, bytes: size }));
  return { ...times, files };
}

const median = (values) => values.sort((a, b) => a - b)[Math.floor(values.length / 2)];
const results = { version: browser.version(), slow: [], fast: [] };
for (let run = 0; run < Number(runs); run += 1) {
  results.slow.push(await measure(true));
  results.fast.push(await measure(false));
}
await browser.close();
const { files } = results.fast[0];
console.log(JSON.stringify({
  chromium: results.version,
  runs: Number(runs),
  requests: files.length,
  bytes: files.reduce((sum, file) => sum + file.bytes, 0),
  files,
  firstPaintMs: median(results.fast.map((run) => run.firstPaint)),
  inChargeMs: median(results.fast.map((run) => run.inCharge)),
  slowFirstPaintMs: median(results.slow.map((run) => run.firstPaint)),
  slowInChargeMs: median(results.slow.map((run) => run.inCharge)),
}));
