// Walks through ada's reset and writes the pictures that stand in docs/screenshots.

import { mkdir } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';

import { expect, test } from './fixtures/index.ts';
import { ada, eli } from './fixtures/people.ts';
import type { Reset } from './pages/reset.ts';

const FOLDER = process.env.POSTERN_SCREENSHOTS ?? fileURLToPath(new URL('../docs/screenshots', import.meta.url));
/** Every step in every look, to be looked at; without it only the few of the README. */
const EVERYTHING = process.env.POSTERN_SCREENSHOTS !== undefined;

const DESKTOP = { width: 1280, height: 800 };
const PHONE = { width: 390, height: 844 };

const LOOKS = [
  { name: 'en-light-desktop', language: 'en', colorScheme: 'light', viewport: DESKTOP, keep: ['identify', 'method', 'password', 'done'] },
  { name: 'ar-dark-phone', language: 'ar', colorScheme: 'dark', viewport: PHONE, keep: ['method', 'code'] },
  { name: 'en-dark-desktop', language: 'en', colorScheme: 'dark', viewport: DESKTOP, keep: ['code'] },
  { name: 'ar-light-desktop', language: 'ar', colorScheme: 'light', viewport: DESKTOP, keep: ['identify'] },
  { name: 'en-light-phone', language: 'en', colorScheme: 'light', viewport: PHONE, keep: [] },
  { name: 'en-dark-phone', language: 'en', colorScheme: 'dark', viewport: PHONE, keep: [] },
  { name: 'ar-light-phone', language: 'ar', colorScheme: 'light', viewport: PHONE, keep: [] },
  { name: 'de-light-phone', language: 'de', colorScheme: 'light', viewport: PHONE, keep: [] },
  { name: 'de-light-desktop', language: 'de', colorScheme: 'light', viewport: DESKTOP, keep: ['password'] },
  { name: 'ja-light-phone', language: 'ja', colorScheme: 'light', viewport: PHONE, keep: ['text-code'] },
  { name: 'ja-light-desktop', language: 'ja', colorScheme: 'light', viewport: DESKTOP, keep: [] },
  { name: 'zh-Hans-dark-phone', language: 'zh-Hans', colorScheme: 'dark', viewport: PHONE, keep: ['unlock'] },
  { name: 'zh-Hans-light-desktop', language: 'zh-Hans', colorScheme: 'light', viewport: DESKTOP, keep: [] },
  { name: 'ar-dark-desktop', language: 'ar', colorScheme: 'dark', viewport: DESKTOP, keep: [] },
] as const;

for (const { name, language, colorScheme, viewport, keep } of LOOKS) {
  if (keep.length === 0 && !EVERYTHING) continue;
  test.describe(() => {
    test.use({ language, colorScheme, viewport });

    test(`${name} is drawn`, async ({ reset, demo, page }) => {
      await mkdir(FOLDER, { recursive: true });
      const draw = async (step: string) => {
        if (!EVERYTHING && !(keep as readonly string[]).includes(step)) return;
        // No button should look as if the mouse were over it.
        await page.mouse.move(0, 0);
        await page.evaluate(() => document.fonts.ready);
        await page.screenshot({ path: `${FOLDER}/${step}-${name}.png`, fullPage: EVERYTHING, animations: 'disabled' });
      };
      await walk(reset, demo, draw);
    });
  });
}

async function walk(reset: Reset, demo: Reset['demo'], draw: (step: string) => Promise<void>): Promise<void> {
  await reset.open('/');
  await expect(reset.page.locator('html')).toHaveAttribute('data-started');
  await draw('home');
  await reset.open();
  await reset.identifier.fill(ada.user);
  await draw('identify');
  await reset.button('reset-identify-continue').click();
  await reset.isAt('reset-method-title');
  await draw('method');
  await reset.choose('email');
  await reset.isAt('reset-email-title');
  await draw('email');
  await reset.sendTo('ada');
  await expect(reset.summary).toBeVisible();
  await draw('email-error');
  await reset.sendTo(ada.recovery);
  await reset.isAt('reset-code-title');
  await draw('code');
  await reset.submitCode('000000');
  await expect(reset.summary).toBeVisible();
  await reset.said('reset-code-why').click();
  await draw('code-error');
  await reset.submitCode(await demo.code(ada.recovery));
  await reset.isAt('reset-method-title-next');
  await draw('method-next');
  await reset.choose('authenticator');
  await reset.isAt('reset-authenticator-title');
  await draw('authenticator');
  await reset.submitCode(await demo.totp(ada.user));
  await reset.isAt('reset-password-title');
  await reset.page.getByRole('button', { name: reset.t('reset-password-show.label') }).click();
  await reset.password.fill('plum kettle orbit thirteen');
  await draw('password');
  await reset.setPassword('contoso');
  await expect(reset.summary).toBeVisible();
  await draw('password-error');
  await reset.setPassword();
  await reset.isAt('reset-done-title');
  await draw('done');

  await reset.begin(eli, '/unlock');
  await reset.choose('sms');
  await reset.isAt('reset-sms-title');
  await reset.number.fill(eli.mobile);
  await draw('text');
  await reset.textTo(eli.mobile);
  await reset.isAt('reset-code-sms-title');
  await draw('text-code');
  await reset.submitCode(await demo.code(eli.mobile));
  await reset.proveByMail(eli);
  await reset.isAt('reset-unlock-title');
  await draw('unlock');
  await reset.button('reset-unlock-submit').click();
  await reset.isAt('reset-unlock-done-title');
  await draw('unlocked');
}
