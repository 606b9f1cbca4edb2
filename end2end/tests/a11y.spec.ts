import { EASY, expect, test } from '../fixtures/index.ts';
import { breaksNoRule, fitsNarrowWindows, sticksNowhereOut } from '../fixtures/look.ts';
import { ada } from '../fixtures/people.ts';
import { TOURS } from '../fixtures/tours.ts';

for (const [name, tour] of Object.entries(TOURS)) {
  test.describe(name, () => {
    test.use({ overrides: EASY + (tour.overrides ?? '') });

    for (const language of ['en', 'ar'] as const) {
      test.describe(`in a browser that speaks ${language}`, () => {
        test.use({ language });

        test(`${name}, ${language}: no rule is broken, light or dark, and narrow windows hold everything`, async ({
          reset,
          demo,
          watch,
          another,
        }) => {
          await tour.walk({ reset, demo, watch, another }, async ({ page }, screen) => {
            await breaksNoRule(page, screen);
            await fitsNarrowWindows(page, screen);
          });
        });
      });
    }
  });

  test.describe(`${name}, with long and mirrored texts`, () => {
    const locales = '[organisation]\nlocales = ["en", "ar", "en-XA", "ar-XB"]\n';
    test.use({ overrides: locales + EASY + (tour.overrides ?? '') });

    test(`${name}: texts of twice the length and texts that are mirrored fit`, async ({
      reset,
      demo,
      watch,
      another,
    }) => {
      await tour.walk({ reset, demo, watch, another }, async ({ page }, screen) => {
        const heading = page.getByRole('heading').first();
        for (const [tag, direction] of [
          ['en-XA', 'ltr'],
          ['ar-XB', 'rtl'],
        ] as const) {
          const before = await heading.textContent();
          await page.getByRole('combobox', { includeHidden: true }).selectOption(tag);
          await expect(page.locator('html')).toHaveAttribute('lang', tag);
          await expect(page.locator('html')).toHaveAttribute('dir', direction);
          await expect(heading).not.toHaveText(before ?? '');
          await sticksNowhereOut(page, `${screen}, ${tag}, wide`);
          await fitsNarrowWindows(page, `${screen}, ${tag}`);
        }
        await page.getByRole('combobox', { includeHidden: true }).selectOption('en');
        await expect(page.locator('html')).toHaveAttribute('lang', 'en');
      });
    });
  });
}

for (const language of ['en', 'ar'] as const) {
  test.describe(`on the demonstration’s page, in ${language}`, () => {
    test.use({ language });

    test(`the demonstration’s page breaks no rule, empty, full, and with a mistake, in ${language}`, async ({ reset, demoPage, demo, page }) => {
      await demoPage.open();
      await breaksNoRule(page, 'demonstration, empty');
      await fitsNarrowWindows(page, 'demonstration, empty');
      await reset.begin(ada);
      await reset.askForCode(ada.recovery);
      await demo.mail(ada.recovery);
      await demoPage.open();
      await page.getByLabel(demoPage.t('demo-clock-minutes.label')).fill('soon');
      await page.getByRole('button', { name: demoPage.t('demo-clock-move') }).click();
      await expect(page.getByText(demoPage.t('demo-clock-unusable'))).toBeVisible();
      await breaksNoRule(page, 'demonstration, full, mistake');
      await fitsNarrowWindows(page, 'demonstration, full');
      await demoPage.tryPassword(ada.user, 'wrong');
      await expect(demoPage.said('demo-try-wrong')).toBeVisible();
      await breaksNoRule(page, 'demonstration, tried');
    });
  });

  test.describe(`before the client is there, in ${language}`, () => {
    test.use({ language });

    test(`the server’s own page breaks no rule, in ${language}`, async ({ reset, page }) => {
      await page.route('**/*.wasm', () => {});
      for (const path of ['/', '/reset', '/unlock', '/reset/code']) {
        await reset.open(path);
        await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
        await breaksNoRule(page, `shell of ${path}`);
        await fitsNarrowWindows(page, `shell of ${path}`);
      }
    });

    test(`the page that could not start breaks no rule, in ${language}`, async ({ reset, page, watch }) => {
      watch.expect(/ERR_FAILED|Failed to fetch/);
      await page.route('**/*.wasm', (route) => route.abort());
      await reset.open();
      await expect(reset.said('common-unavailable-title')).toBeVisible();
      await breaksNoRule(page, 'unavailable');
      await fitsNarrowWindows(page, 'unavailable');
    });
  });
}

test.describe('for people who asked for less motion', () => {
  test.use({ contextOptions: { reducedMotion: 'reduce' } });

  test('nothing moves', async ({ reset, page }) => {
    await reset.begin(ada);
    const moving = await page.evaluate(() =>
      [...document.querySelectorAll('*')]
        .filter((element) => {
          const style = getComputedStyle(element);
          const lasts = (list: string) => list.split(',').some((time) => parseFloat(time) > 0.01);
          return lasts(style.transitionDuration) || (style.animationName !== 'none' && lasts(style.animationDuration));
        })
        .map((element) => element.outerHTML.slice(0, 120)),
    );
    expect(moving).toEqual([]);
  });
});

test.describe('in forced colours', () => {
  test.use({ contextOptions: { forcedColors: 'active' } });

  test('every step can be used, and borders and marks stay', async ({ reset, page }) => {
    await reset.begin(ada);
    await expect(reset.choice('email')).not.toHaveCSS('border-top-style', 'none');
    await reset.choose('email');
    await reset.sendTo('nothing');
    await expect(reset.summary).not.toHaveCSS('border-top-style', 'none');
    await expect(reset.target).not.toHaveCSS('border-top-width', '0px');
    await reset.target.focus();
    await expect(reset.target).toHaveCSS('outline-style', 'solid');
    await reset.target.fill(ada.recovery);
    await page.keyboard.press('Enter');
    await reset.isAt('reset-code-title', '/reset/code');
  });
});
