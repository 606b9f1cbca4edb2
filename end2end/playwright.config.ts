import { existsSync } from 'node:fs';

import { defineConfig } from '@playwright/test';

const SYSTEM_CHROMIUM = '/usr/bin/chromium';

/** The system's Chromium where there is one, else Playwright's own. */
export function browser() {
  const given = process.env.POSTERN_CHROMIUM ?? SYSTEM_CHROMIUM;
  return {
    ...(existsSync(given) ? { executablePath: given } : {}),
    args: [
      '--headless',
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  };
}

export default defineConfig({
  testDir: 'tests',
  fullyParallel: true,
  forbidOnly: true,
  retries: 0,
  workers: 2,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  reporter: 'list',
  use: {
    browserName: 'chromium',
    launchOptions: browser(),
    locale: 'en-GB',
    timezoneId: 'Europe/London',
    viewport: { width: 1280, height: 800 },
    // Two cores: what the page looked like at each step is enough, a film of it is not needed.
    trace: { mode: 'retain-on-failure', screenshots: false, sources: false },
  },
});
