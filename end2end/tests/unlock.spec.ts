import { EASY, expect, test } from '../fixtures/index.ts';
import { NEW_PASSWORD, OLD_PASSWORD, ada, eli } from '../fixtures/people.ts';
import { text } from '../fixtures/texts.ts';
import type { Reset } from '../pages/reset.ts';

const BOTH = ['email', 'sms'] as const;

/** Comes to the last step of unlocking. */
async function proveEli(reset: Reset): Promise<void> {
  await reset.begin(eli, '/unlock');
  await reset.proveBoth(eli, BOTH);
  await reset.isAt('reset-unlock-title', '/reset/unlock');
}

test('eli unlocks the account and keeps the password', async ({ reset, demo }) => {
  expect(await demo.tryPassword(eli.user, OLD_PASSWORD)).toBe('locked');
  await reset.open('/');
  await reset.link('home-unlock').click();
  await reset.isAt('reset-unlock-start-title', '/unlock');
  await expect(reset.said('common-step', { current: 1, total: 4 })).toBeVisible();
  await reset.identify(eli);
  await reset.isAt('reset-method-title', '/reset/method');
  await reset.proveBoth(eli, BOTH);
  await reset.isAt('reset-unlock-title', '/reset/unlock');
  await expect(reset.said('common-step', { current: 4, total: 4 })).toBeVisible();
  await expect(reset.said('reset-unlock-next')).toBeVisible();
  expect(await demo.tryPassword(eli.user, OLD_PASSWORD)).toBe('locked');
  await reset.button('reset-unlock-submit').click();
  await reset.isAt('reset-unlock-done-title', '/reset/done');
  await expect(reset.said('reset-unlock-done-lead')).toBeVisible();
  await expect(reset.said('reset-unlock-done-notified')).toBeVisible();
  await expect(reset.said('reset-done-sign-in')).toHaveCount(0);
  expect(await demo.tryPassword(eli.user, OLD_PASSWORD)).toBe('right');
  for (const address of [eli.recovery, eli.user]) {
    await expect
      .poll(async () => (await demo.mails(address)).some((mail) => mail.text.includes(text('en', 'email-unlock-title'))))
      .toBe(true);
  }
});

test('somebody whose account is not locked hears so, and goes on to a new password without proving again', async ({
  reset,
  demo,
}) => {
  await reset.begin(ada, '/unlock');
  await reset.proveBoth(ada, ['authenticator', 'sms']);
  await reset.isAt('reset-unlock-open-title', '/reset/unlock');
  await reset.page.reload();
  await reset.isAt('reset-unlock-open-title', '/reset/unlock');
  await reset.button('reset-unlock-open-submit').click();
  await reset.isAt('reset-password-title', '/reset/password');
  await reset.setPassword();
  await reset.isAt('reset-done-title', '/reset/done');
  expect(await demo.tryPassword(ada.user, NEW_PASSWORD)).toBe('right');
});

test('a reset lifts the lock too, and says so', async ({ reset, demo }) => {
  await reset.begin(eli);
  await reset.proveBoth(eli, BOTH);
  await reset.isAt('reset-password-title', '/reset/password');
  await reset.setPassword();
  await reset.isAt('reset-done-title', '/reset/done');
  await expect(reset.said('reset-done-unlocked')).toBeVisible();
  expect(await demo.tryPassword(eli.user, NEW_PASSWORD)).toBe('right');
});

test('both doors lead to each other and keep what was typed', async ({ reset }) => {
  await reset.open();
  await reset.identifier.fill(eli.user);
  await reset.link('reset-unlock-instead').click();
  await reset.isAt('reset-unlock-start-title', '/unlock');
  await expect(reset.heading('reset-unlock-start-title')).toBeFocused();
  await expect(reset.identifier).toHaveValue(eli.user);
  await reset.link('reset-unlock-forgot').click();
  await reset.isAt('reset-identify-title', '/reset');
  await expect(reset.identifier).toHaveValue(eli.user);
});

test('reload, back and a change of the language lose nothing on the last step', async ({ reset, page }) => {
  await proveEli(reset);
  await page.reload();
  await reset.isAt('reset-unlock-title', '/reset/unlock');
  await page.goBack();
  await reset.isAt('reset-unlock-title', '/reset/unlock');
  await reset.speak('ar');
  await expect(reset.heading('reset-unlock-title')).toBeVisible();
  await reset.speak('en');
  await reset.button('reset-unlock-submit').click();
  await reset.isAt('reset-unlock-done-title', '/reset/done');
  await page.reload();
  await reset.isAt('reset-unlock-done-title', '/reset/done');
});

test('cancelling unlocks nothing, and starting over leads to the same door', async ({ reset, demo }) => {
  await proveEli(reset);
  await reset.button('common-cancel').click();
  await reset.isAt('reset-cancelled-title', '/reset/cancelled');
  await reset.link('common-start-over').click();
  await reset.isAt('reset-unlock-start-title', '/unlock');
  expect(await demo.tryPassword(eli.user, OLD_PASSWORD)).toBe('locked');
});

test('an open flow is offered at both doors', async ({ reset }) => {
  await reset.begin(eli, '/unlock');
  await reset.open('/reset');
  await reset.isAt('reset-resume-title', '/reset');
  await reset.open('/unlock');
  await reset.isAt('reset-resume-title', '/unlock');
  await reset.button('common-start-over').click();
  await reset.isAt('reset-unlock-start-title', '/unlock');
});

test('an answer that does not come is asked for, not guessed', async ({ reset, page, demo, watch }) => {
  watch.expect(/ERR_/);
  await proveEli(reset);
  await page.route('**/current/unlock', async (route) => {
    await route.fetch();
    await route.abort('connectionreset');
  });
  await reset.button('reset-unlock-submit').click();
  await reset.isAt('reset-unlock-done-title', '/reset/done');
  expect(await demo.tryPassword(eli.user, OLD_PASSWORD)).toBe('right');
});

test('pressing twice unlocks once', async ({ reset, page }) => {
  await proveEli(reset);
  const sent: string[] = [];
  page.on('request', (request) => {
    if (request.method() === 'POST') sent.push(request.url());
  });
  await reset.button('reset-unlock-submit').dblclick();
  await reset.isAt('reset-unlock-done-title', '/reset/done');
  expect(sent).toHaveLength(1);
});

test.describe('where unlocking is off', () => {
  test.use({ overrides: `${EASY}[reset]\nunlock_without_reset = false\n` });

  test('nothing leads to it, and its door is the reset’s', async ({ reset }) => {
    await reset.open('/');
    await reset.isAt('home-title', '/');
    await expect(reset.link('home-unlock')).toHaveCount(0);
    for (const path of ['/reset', '/unlock']) {
      await reset.open(path);
      await reset.isAt('reset-identify-title', path);
      await expect(reset.page.locator('html')).toHaveAttribute('data-started');
      await reset.isAt('reset-identify-title', path);
      await expect(reset.link('reset-unlock-instead')).toHaveCount(0);
      await expect(reset.link('reset-unlock-forgot')).toHaveCount(0);
    }
    await reset.identify(ada);
    await reset.isAt('reset-method-title', '/reset/method');
  });
});
