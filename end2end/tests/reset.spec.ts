import { expect, test } from '../fixtures/index.ts';
import { NEW_PASSWORD, OLD_PASSWORD, ada } from '../fixtures/people.ts';

for (const language of ['en', 'ar'] as const) {
  test.describe(`in a browser that speaks ${language}`, () => {
    test.use({ language });

    test('ada proves herself by mail and app, sets a new password and signs in with it', async ({
      reset,
      demoPage,
      page,
    }) => {
      const direction = language === 'ar' ? 'rtl' : 'ltr';
      await reset.open('/');
      await reset.isAt('home-title', '/');
      await expect(page.locator('html')).toHaveAttribute('lang', language);
      await expect(page.locator('html')).toHaveAttribute('dir', direction);
      await expect(page.getByRole('main')).toHaveCSS('direction', direction);
      await reset.link('home-reset').click();
      await reset.isAt('reset-identify-title', '/reset');
      // What people copy reads from left to right in every language.
      await expect(reset.identifier).toHaveCSS('direction', 'ltr');
      await expect(reset.said('common-step', { current: 1, total: 4 })).toBeVisible();
      await reset.identify(ada);

      await reset.isAt('reset-method-title', '/reset/method');
      await expect(reset.said('common-step', { current: 2, total: 4 })).toBeVisible();
      await reset.proveByMail(ada);

      await reset.isAt('reset-method-title-next', '/reset/method');
      await expect(reset.said('common-step', { current: 3, total: 4 })).toBeVisible();
      await expect(reset.choice('email')).toHaveCount(0);
      await reset.proveByApp(ada);

      await reset.isAt('reset-password-title', '/reset/password');
      await expect(reset.said('common-step', { current: 4, total: 4 })).toBeVisible();
      await reset.setPassword();

      await reset.isAt('reset-done-title', '/reset/done');
      await expect(reset.said('reset-done-lead')).toBeVisible();
      await expect(reset.said('reset-done-notified')).toBeVisible();

      await demoPage.open();
      await demoPage.tryPassword(ada.user, OLD_PASSWORD);
      await expect(demoPage.said('demo-try-wrong')).toBeVisible();
      await demoPage.tryPassword(ada.user, NEW_PASSWORD);
      await expect(demoPage.said('demo-try-right')).toBeVisible();
    });
  });
}

test('the authenticator app may come first and the mail second', async ({ reset, demo }) => {
  await reset.begin(ada);
  await reset.proveByApp(ada);
  await reset.isAt('reset-method-title-next', '/reset/method');
  await expect(reset.choice('authenticator')).toHaveCount(0);
  await reset.proveByMail(ada);
  await reset.isAt('reset-password-title', '/reset/password');
  await reset.setPassword();
  await reset.isAt('reset-done-title', '/reset/done');
  expect(await demo.tryPassword(ada.user, NEW_PASSWORD)).toBe('right');
});

test('a user name works in any case and with spaces around it', async ({ reset, demo }) => {
  await reset.begin('  ADA@Demo.Example ');
  await reset.proveByMail(ada);
  await reset.isAt('reset-method-title-next');
  expect(await demo.tryPassword(ada.user, OLD_PASSWORD)).toBe('right');
});

test('an empty user name is put right in the form', async ({ reset }) => {
  await reset.open();
  await reset.identify('   ');
  await expect(reset.summary).toBeFocused();
  await expect(reset.identifier).toHaveAccessibleDescription(reset.t('reset-identify-user-missing'));
});

test('the page stays on its done screen, which leads nowhere back', async ({ reset, page }) => {
  await reset.proveAll(ada);
  await reset.setPassword();
  await reset.isAt('reset-done-title', '/reset/done');
  await page.reload();
  await reset.isAt('reset-done-title', '/reset/done');
  await page.goBack();
  await reset.isAt('reset-done-title', '/reset/done');
  await reset.open();
  await reset.isAt('reset-identify-title', '/reset');
});

test.describe('with the proof of work that people meet', () => {
  test.use({ overrides: '' });

  test('ada resets, and the page can be used while it calculates', async ({ reset, demo }) => {
    await reset.open();
    await reset.identifier.pressSequentially(ada.user);
    await expect(reset.identifier).toHaveValue(ada.user);
    await reset.button('reset-identify-continue').click();
    await reset.isAt('reset-method-title', '/reset/method');
    await reset.proveByMail(ada);
    await reset.proveByApp(ada);
    await reset.setPassword();
    await reset.isAt('reset-done-title', '/reset/done');
    expect(await demo.tryPassword(ada.user, NEW_PASSWORD)).toBe('right');
  });
});
