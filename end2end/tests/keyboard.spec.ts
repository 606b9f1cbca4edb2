import { type Locator, type Page, expect } from '@playwright/test';

import { EASY, test } from '../fixtures/index.ts';
import { NEW_PASSWORD, OLD_PASSWORD, ada, eli } from '../fixtures/people.ts';

/** Moves by Tab until something has the focus, and looks on the way that the focus can be seen. */
async function tabTo(page: Page, goal: Locator): Promise<void> {
  for (let stops = 0; stops < 40; stops += 1) {
    await page.keyboard.press('Tab');
    if (await goal.evaluate((element) => element === document.activeElement)) {
      await canBeSeen(page);
      return;
    }
  }
  throw new Error(`Tab never came to ${goal}`);
}

/** Whatever has the focus shows it: an outline that is wide enough, inside the page. */
async function canBeSeen(page: Page): Promise<void> {
  const focus = await page.evaluate(() => {
    const element = document.activeElement;
    if (!element || element === document.body) return undefined;
    const { outlineStyle, outlineWidth, clipPath } = getComputedStyle(element);
    const { width, height } = element.getBoundingClientRect();
    return { outlineStyle, outline: parseFloat(outlineWidth), clipPath, width, height };
  });
  expect(focus).toMatchObject({ outlineStyle: 'solid', clipPath: 'none' });
  expect(focus?.outline).toBeGreaterThanOrEqual(2);
  expect(focus?.width).toBeGreaterThan(1);
  expect(focus?.height).toBeGreaterThan(1);
}

test('ada resets with nothing but the keyboard, and the focus follows her', async ({ reset, demo, page }) => {
  const arrives = async (heading: string) => expect(reset.heading(heading)).toBeFocused();
  await reset.open('/');
  await tabTo(page, reset.link('home-reset'));
  await page.keyboard.press('Enter');
  await arrives('reset-identify-title');

  await tabTo(page, reset.identifier);
  await page.keyboard.type(ada.user);
  await page.keyboard.press('Enter');
  await arrives('reset-method-title');

  await tabTo(page, reset.choice('email'));
  await page.keyboard.press('Space');
  await arrives('reset-email-title');

  await tabTo(page, reset.target);
  await page.keyboard.type(ada.recovery);
  await tabTo(page, reset.button('reset-email-send'));
  await page.keyboard.press('Space');
  await arrives('reset-code-title');

  await tabTo(page, reset.code);
  await page.keyboard.type('000000');
  await page.keyboard.press('Enter');
  await expect(reset.summary).toBeFocused();
  await tabTo(page, reset.summary.getByRole('link'));
  await page.keyboard.press('Enter');
  await expect(reset.code).toBeFocused();
  await page.keyboard.press('ControlOrMeta+A');
  await page.keyboard.type(await demo.code(ada.recovery));
  await page.keyboard.press('Enter');
  await arrives('reset-method-title-next');

  await tabTo(page, reset.choice('authenticator'));
  await page.keyboard.press('Enter');
  await arrives('reset-authenticator-title');
  await tabTo(page, reset.code);
  await page.keyboard.type(await demo.totp(ada.user));
  await page.keyboard.press('Enter');
  await arrives('reset-password-title');

  await tabTo(page, reset.password);
  await page.keyboard.type(NEW_PASSWORD);
  await tabTo(page, page.getByRole('button', { name: reset.t('reset-password-show.label') }));
  await page.keyboard.press('Space');
  await expect(reset.password).toHaveAttribute('type', 'text');
  await tabTo(page, reset.button('reset-password-save'));
  await page.keyboard.press('Enter');
  await arrives('reset-done-title');
  expect(await demo.tryPassword(ada.user, NEW_PASSWORD)).toBe('right');
});

test('eli unlocks with nothing but the keyboard, by mail and text', async ({ reset, demo, page }) => {
  const arrives = async (heading: string) => expect(reset.heading(heading)).toBeFocused();
  await reset.open('/');
  await tabTo(page, reset.link('home-reset'));
  await page.keyboard.press('Enter');
  await arrives('reset-identify-title');
  await tabTo(page, reset.link('reset-unlock-instead'));
  await page.keyboard.press('Enter');
  await arrives('reset-unlock-start-title');
  await tabTo(page, reset.identifier);
  await page.keyboard.type(eli.user);
  await page.keyboard.press('Enter');
  await arrives('reset-method-title');

  await tabTo(page, reset.choice('sms'));
  await page.keyboard.press('Enter');
  await arrives('reset-sms-title');
  await tabTo(page, reset.number);
  await page.keyboard.type('202 555 0105');
  await page.keyboard.press('Enter');
  await arrives('reset-code-sms-title');
  await tabTo(page, reset.code);
  await page.keyboard.type(await demo.code(eli.mobile));
  await page.keyboard.press('Enter');
  await arrives('reset-method-title-next');

  await tabTo(page, reset.choice('email'));
  await page.keyboard.press('Enter');
  await arrives('reset-email-title');
  await tabTo(page, reset.target);
  await page.keyboard.type(eli.recovery);
  await page.keyboard.press('Enter');
  await arrives('reset-code-title');
  await tabTo(page, reset.code);
  await page.keyboard.type(await demo.code(eli.recovery));
  await page.keyboard.press('Enter');
  await arrives('reset-unlock-title');

  await tabTo(page, reset.button('reset-unlock-submit'));
  await page.keyboard.press('Space');
  await arrives('reset-unlock-done-title');
  expect(await demo.tryPassword(eli.user, OLD_PASSWORD)).toBe('right');
});

test('the first stop leads past the frame of the page', async ({ reset, page }) => {
  await reset.open();
  await expect(page.locator('html')).toHaveAttribute('data-started');
  await page.keyboard.press('Tab');
  const skip = reset.link('common-skip-link');
  await expect(skip).toBeFocused();
  await canBeSeen(page);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('main')).toBeFocused();
  await page.keyboard.press('Tab');
  await expect(reset.identifier).toBeFocused();
});

test('the language can be chosen with the keyboard, and the list keeps the focus', async ({ reset, page }) => {
  await reset.open();
  await expect(page.locator('html')).toHaveAttribute('data-started');
  await tabTo(page, reset.languages);
  const tags = await reset.languages
    .getByRole('option')
    .evaluateAll((options) => options.map((option) => (option as HTMLOptionElement).value));
  /** Moves through the list, a language at a time. */
  const walkTo = async (tag: 'ar' | 'en') => {
    const goal = tags.indexOf(tag);
    for (let at = tags.indexOf(reset.locale); at !== goal; ) {
      const step = Math.sign(goal - at);
      await page.keyboard.press(step > 0 ? 'ArrowDown' : 'ArrowUp');
      at += step;
      await expect(page.locator('html')).toHaveAttribute('lang', tags[at] ?? '');
    }
    reset.locale = tag;
  };
  await walkTo('ar');
  await expect(reset.heading('reset-identify-title')).toBeVisible();
  await expect(reset.languages).toBeFocused();
  await walkTo('en');
  await expect(reset.heading('reset-identify-title')).toBeVisible();
});

test('every stop of every step can be seen, in the order of the page', async ({ reset, page }) => {
  const walk = async () => {
    await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
    const stops = await page.evaluate(
      () =>
        [...document.querySelectorAll<HTMLElement>('a[href], button, input, select, summary')].filter(
          (element) => element.tabIndex >= 0 && element.checkVisibility({ visibilityProperty: true }),
        ).length,
    );
    const tops: number[] = [];
    for (let stop = 0; stop < stops; stop += 1) {
      await page.keyboard.press('Tab');
      await canBeSeen(page);
      tops.push(await page.evaluate(() => document.activeElement?.getBoundingClientRect().top ?? 0));
    }
    // The skip link may lie over the page; everything after it goes downwards, line by line.
    const order = tops.slice(1);
    expect(order.every((top, index) => index === 0 || top >= (order[index - 1] ?? 0) - 48)).toBe(true);
  };
  await reset.open('/');
  await expect(page.locator('html')).toHaveAttribute('data-started');
  await walk();
  await reset.begin(ada);
  await page.reload();
  await reset.isAt('reset-method-title');
  await expect(page.locator('html')).toHaveAttribute('data-started');
  await walk();
  await reset.askForCode(ada.recovery);
  await page.reload();
  await reset.isAt('reset-code-title');
  await expect(page.locator('html')).toHaveAttribute('data-started');
  await walk();
});

test.describe('near the end of the time', () => {
  test.use({ overrides: `${EASY}[flow]\nlifetime_seconds = 300\n` });

  test('the question holds the focus and gives it back', async ({ reset, page }) => {
    await page.clock.install();
    await reset.begin(ada);
    await reset.choose('email');
    await reset.target.focus();
    await page.clock.fastForward(185_000);
    await expect(reset.dialog).toBeVisible();
    for (let stops = 0; stops < 6; stops += 1) {
      await page.keyboard.press('Tab');
      const outside = await page.evaluate(() => {
        const active = document.activeElement;
        return active !== null && active !== document.body && active.closest('dialog') === null;
      });
      expect(outside).toBe(false);
    }
    await reset.dialog.getByRole('button', { name: reset.t('common-time-continue') }).focus();
    await page.keyboard.press('Enter');
    await expect(reset.dialog).toBeHidden();
    await expect(reset.target).toBeFocused();
  });
});
