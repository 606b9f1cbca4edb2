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
      await reset.open('/');
      await reset.isAt('home-title', '/');
      await reset.link('home-reset').click();
      await reset.isAt('reset-identify-title', '/reset');
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
      expect(page.url()).toContain('/demo');
    });
  });
}
