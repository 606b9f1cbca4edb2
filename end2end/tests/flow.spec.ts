import type { Locator } from '@playwright/test';

import { EASY, expect, test } from '../fixtures/index.ts';
import { ada, bo } from '../fixtures/people.ts';
import { Reset } from '../pages/reset.ts';

const CURRENT = '**/api/v1/reset-sessions/current';
const REST = '**/a/rest.*.wasm';

test('a reload loses nothing on any step', async ({ reset, demo, page }) => {
  const survives = async (heading: string, path: string) => {
    await reset.isAt(heading, path);
    await page.reload();
    await reset.isAt(heading, path);
  };
  await reset.begin(ada);
  await survives('reset-method-title', '/reset/method');
  await reset.choose('email');
  await survives('reset-email-title', '/reset/email');
  await reset.sendTo(ada.recovery);
  await survives('reset-code-title', '/reset/code');
  await expect(page.getByText(ada.recovery)).toBeVisible();
  await reset.submitCode(await demo.code(ada.recovery));
  await survives('reset-method-title-next', '/reset/method');
  await reset.choose('authenticator');
  await survives('reset-authenticator-title', '/reset/authenticator');
  await reset.submitCode(await demo.totp(ada.user));
  await survives('reset-password-title', '/reset/password');
  await reset.setPassword();
  await survives('reset-done-title', '/reset/done');
  await expect.poll(() => demo.mails(ada.recovery)).toHaveLength(2);
});

test('back and forward walk through the steps and repeat nothing', async ({ reset, demo, page }) => {
  await reset.begin(ada);
  await reset.askForCode(ada.recovery);
  await page.goBack();
  await reset.isAt('reset-email-title', '/reset/email');
  await expect(reset.target).toHaveValue(ada.recovery);
  await page.goBack();
  await reset.isAt('reset-method-title', '/reset/method');
  await page.goBack();
  await reset.isAt('reset-resume-title', '/reset');
  await page.goForward();
  await reset.isAt('reset-method-title', '/reset/method');
  await page.goForward();
  await reset.isAt('reset-email-title', '/reset/email');
  await page.goForward();
  await reset.isAt('reset-code-title', '/reset/code');
  await reset.submitCode(await demo.code(ada.recovery));
  await reset.isAt('reset-method-title-next', '/reset/method');
  expect(await demo.mails(ada.recovery)).toHaveLength(1);
});

test('back never leads into a step that is over', async ({ reset, page }) => {
  await reset.proveAll(ada);
  for (let steps = 1; steps <= 3; steps += 1) {
    await page.goBack();
    await reset.isAt('reset-password-title', '/reset/password');
  }
  await reset.setPassword();
  await reset.isAt('reset-done-title', '/reset/done');
});

test('without a reset the address of every step leads to the first one', async ({ reset }) => {
  const steps = ['method', 'email', 'sms', 'code', 'authenticator', 'password', 'writing', 'done', 'refused', 'exhausted'];
  for (const step of steps) {
    await reset.open(`/reset/${step}`);
    await reset.isAt('reset-identify-title', '/reset');
  }
  await reset.open('/reset/unlock');
  await reset.isAt('reset-unlock-start-title', '/unlock');
});

test('a step that is not due leads to the one that is', async ({ reset }) => {
  await reset.begin(ada);
  for (const path of ['code', 'password', 'unlock', 'writing', 'done', 'refused', 'exhausted', 'expired', 'cancelled']) {
    await reset.open(`/reset/${path}`);
    await reset.isAt('reset-method-title', '/reset/method');
  }
});

test('changing the language keeps the step and what was typed', async ({ reset, demo, page }) => {
  const keeps = async (field: () => Locator, typed: string, heading: string) => {
    await field().fill(typed);
    await reset.speak('ar');
    await expect(reset.heading(heading)).toBeVisible();
    await expect(page.locator('html')).toHaveAttribute('dir', 'rtl');
    await expect(field()).toHaveValue(typed);
    await reset.speak('en');
    await expect(reset.heading(heading)).toBeVisible();
    await expect(page.locator('html')).toHaveAttribute('dir', 'ltr');
    await expect(field()).toHaveValue(typed);
  };
  await reset.open();
  await keeps(() => reset.identifier, ada.user, 'reset-identify-title');
  await reset.button('reset-identify-continue').click();
  await reset.isAt('reset-method-title');
  await reset.choose('email');
  await keeps(() => reset.target, ada.recovery, 'reset-email-title');
  await reset.button('reset-email-send').click();
  await reset.isAt('reset-code-title');
  await keeps(() => reset.code, await demo.code(ada.recovery), 'reset-code-title');
  await reset.button('reset-code-continue').click();
  await reset.isAt('reset-method-title-next');
  await reset.proveByApp(ada);
  await reset.isAt('reset-password-title');
  await keeps(() => reset.password, 'half a passw', 'reset-password-title');
});

test('a chosen language stays after a reload, and on other pages', async ({ reset, page }) => {
  await reset.open();
  await reset.speak('ar');
  await page.reload();
  await reset.isAt('reset-identify-title', '/reset');
  await reset.open('/');
  await reset.isAt('home-title', '/');
});

test('an error on the screen changes its language with the page', async ({ reset, page }) => {
  await reset.open();
  await reset.identify('');
  await expect(reset.summary).toBeVisible();
  await reset.speak('ar');
  await expect(reset.summary.getByRole('link', { name: reset.t('reset-identify-user-missing') })).toBeVisible();
  await expect(page).toHaveTitle(
    reset.t('common-page-title-error', { page: reset.t('reset-identify-title'), organisation: 'Contoso' }),
  );
});

test('the address can name the language', async ({ reset }) => {
  reset.locale = 'ar';
  await reset.open('/reset?lang=ar');
  await reset.isAt('reset-identify-title');
  await reset.open('/reset');
  await reset.isAt('reset-identify-title');
});

test('opening the first step again offers to go on as the one who was typed', async ({ reset, page }) => {
  await reset.begin(ada);
  await reset.open();
  await reset.isAt('reset-resume-title', '/reset');
  await page.getByRole('button', { name: `${reset.t('reset-resume-continue')} ${ada.user}` }).click();
  await reset.isAt('reset-method-title', '/reset/method');
});

test('opening the first step again offers to start over', async ({ reset, demo }) => {
  await reset.begin(ada);
  await reset.askForCode(ada.recovery);
  await reset.open();
  await reset.isAt('reset-resume-title', '/reset');
  await reset.button('common-start-over').click();
  await reset.isAt('reset-identify-title', '/reset');
  await expect(reset.identifier).toHaveValue('');
  await reset.identify(bo);
  await reset.isAt('reset-method-title', '/reset/method');
  expect(await demo.mails(bo.recovery)).toEqual([]);
});

test('an older tab says that the reset went on in another one, and can be continued', async ({ reset, demo, context }) => {
  await reset.begin(ada);
  const second = new Reset(await context.newPage(), demo);
  await second.open();
  await second.isAt('reset-resume-title', '/reset');
  await second.button('common-start-over').click();
  await second.isAt('reset-identify-title', '/reset');
  await second.identify(bo);
  await second.isAt('reset-method-title', '/reset/method');
  await second.askForCode(bo.recovery);

  await expect(reset.heading('reset-other-tab-title')).toBeVisible();
  await reset.button('reset-other-tab-continue').click();
  await reset.isAt('reset-code-title', '/reset/code');
  await expect(reset.page.getByText(bo.recovery)).toBeVisible();
});

test('a tab that has heard of nothing is told by the server at its next step', async ({ reset, demo, context, page }) => {
  await page.addInitScript(() => Reflect.deleteProperty(globalThis, 'BroadcastChannel'));
  await reset.begin(ada);
  await reset.choose('email');
  const second = new Reset(await context.newPage(), demo);
  await second.open();
  await second.button('common-start-over').click();
  await second.identify(bo);
  await second.isAt('reset-method-title', '/reset/method');
  await page.bringToFront();
  await reset.target.fill(ada.recovery);
  await page.keyboard.press('Enter');
  await expect(reset.heading('reset-other-tab-title')).toBeVisible();
  expect(await demo.mails(ada.recovery)).toEqual([]);
});

test('cancelling ends the reset and changes nothing', async ({ reset, demo }) => {
  await reset.proveAll(ada);
  await reset.button('common-cancel').click();
  await reset.isAt('reset-cancelled-title', '/reset/cancelled');
  await reset.open('/reset/password');
  await reset.isAt('reset-identify-title', '/reset');
  await expect(reset.identifier).toHaveValue('');
  expect(await demo.tryPassword(ada.user, 'correct horse battery staple')).toBe('right');
});

test('after cancelling the reset can be started over', async ({ reset }) => {
  await reset.begin(ada);
  await reset.button('common-cancel').click();
  await reset.isAt('reset-cancelled-title', '/reset/cancelled');
  await reset.link('common-start-over').click();
  await reset.isAt('reset-identify-title', '/reset');
});

test('somebody whom no method serves is led to the help desk and back', async ({ reset, page }) => {
  await reset.begin(ada);
  const told = page.waitForRequest('**/api/v1/reset-sessions/current/help-requests');
  await reset.button('reset-method-help').click();
  expect((await told).postDataJSON()).toEqual({ reason: 'no-usable-method' });
  await reset.isAt('reset-help-title', '/reset/help');
  const desk = page.getByRole('main');
  await expect(desk.getByRole('link', { name: '+1 202 555 0199' })).toHaveAttribute('href', 'tel:+12025550199');
  await expect(desk.getByRole('link', { name: 'help@contoso.example' })).toBeVisible();
  await expect(reset.desks).toHaveCount(1);
  await reset.button('reset-help-back').click();
  await reset.isAt('reset-method-title', '/reset/method');
});

test('the help desk stands at the foot of every step', async ({ reset, page }) => {
  const stands = () =>
    expect(page.getByRole('contentinfo').getByRole('link', { name: 'help@contoso.example' })).toBeVisible();
  await reset.open('/');
  await stands();
  await reset.begin(ada);
  await stands();
  await reset.askForCode(ada.recovery);
  await stands();
});

test.describe('near the end of the time', () => {
  test.use({ overrides: `${EASY}[flow]\nlifetime_seconds = 300\n` });

  test('a question comes two minutes before, and continuing keeps everything', async ({ reset, demo, page }) => {
    await page.clock.install();
    await reset.begin(ada);
    await reset.choose('email');
    await reset.target.fill(ada.recovery);
    await page.clock.fastForward(170_000);
    await expect(reset.dialog).toBeHidden();
    await page.clock.fastForward(20_000);
    await demo.advance(190);
    await expect(reset.dialog).toBeVisible();
    await expect(reset.dialog).toHaveAccessibleDescription(reset.t('common-time-text', { minutes: 2 }));
    await expect(reset.dialog.getByRole('button').first()).toBeFocused();
    await page.clock.fastForward(60_000);
    await demo.advance(60);
    await expect(reset.dialog).toHaveAccessibleDescription(reset.t('common-time-text', { minutes: 1 }));
    await reset.dialog.getByRole('button', { name: reset.t('common-time-continue') }).click();
    await expect(reset.dialog).toBeHidden();
    await expect(page.getByRole('status').filter({ hasText: reset.t('common-time-extended') })).toBeAttached();
    await expect(reset.target).toHaveValue(ada.recovery);

    // 250 s + 170 s are more than one lifetime: only the extension carries this.
    await page.clock.fastForward(170_000);
    await demo.advance(170);
    await reset.button('reset-email-send').click();
    await reset.isAt('reset-code-title', '/reset/code');
  });

  test('the question can be answered by cancelling', async ({ reset, page }) => {
    await page.clock.install();
    await reset.begin(ada);
    await page.clock.fastForward(185_000);
    await reset.dialog.getByRole('button', { name: reset.t('common-time-cancel') }).click();
    await reset.isAt('reset-cancelled-title', '/reset/cancelled');
  });

  test('the question can be sent away with Escape and does not come back at once', async ({ reset, page }) => {
    await page.clock.install();
    await reset.begin(ada);
    await page.clock.fastForward(185_000);
    await expect(reset.dialog).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(reset.dialog).toBeHidden();
    await page.clock.fastForward(20_000);
    await expect(reset.dialog).toBeHidden();
    await expect(reset.choice('email')).toBeVisible();
  });

  test('when the time is up the page says so and keeps the user name', async ({ reset, demo, page }) => {
    await page.clock.install();
    await reset.proveAll(ada);
    await page.clock.fastForward(185_000);
    await expect(reset.dialog).toBeVisible();
    await page.clock.fastForward(120_000);
    await demo.advance(301);
    await expect(reset.dialog).toBeHidden();
    await reset.isAt('reset-expired-title', '/reset/expired');
    await reset.link('common-start-over').click();
    await reset.isAt('reset-identify-title', '/reset');
    await expect(reset.identifier).toHaveValue(ada.user);
    expect(await demo.tryPassword(ada.user, 'correct horse battery staple')).toBe('right');
  });

  test('a step that is sent too late leads to the same page', async ({ reset, demo }) => {
    await reset.proveAll(ada);
    await demo.advance(301);
    await reset.setPassword();
    await reset.isAt('reset-expired-title', '/reset/expired');
    expect(await demo.tryPassword(ada.user, 'correct horse battery staple')).toBe('right');
  });

  test('after ten times the page says that it cannot be kept open any longer', async ({ reset, demo, page }) => {
    await page.clock.install();
    await reset.begin(ada);
    for (let times = 1; times <= 10; times += 1) {
      await page.clock.fastForward(190_000);
      await demo.advance(190);
      const extended = page.waitForResponse('**/api/v1/reset-sessions/current/extensions');
      await reset.dialog.getByRole('button', { name: reset.t('common-time-continue') }).click();
      await (await extended).finished();
      await expect(page.getByRole('status').filter({ hasText: reset.t('common-time-extended') })).toBeAttached();
      await expect(reset.dialog).toBeHidden();
    }
    await page.clock.fastForward(190_000);
    await expect(reset.dialog).toHaveAccessibleDescription(reset.t('common-time-text-last', { minutes: 2 }));
    await reset.dialog.getByRole('button', { name: reset.t('common-close') }).click();
    await expect(reset.dialog).toBeHidden();
  });
});

test('without a connection the form says so, keeps what was typed and can be sent again', async ({
  reset,
  context,
  watch,
}) => {
  watch.expect(/ERR_INTERNET_DISCONNECTED/);
  await reset.begin(ada);
  await reset.choose('email');
  await context.setOffline(true);
  await reset.sendTo(ada.recovery);
  await expect(reset.summary).toBeFocused();
  await expect(reset.summary.getByText(reset.t('problem-offline'))).toBeVisible();
  await expect(reset.target).toHaveValue(ada.recovery);
  await context.setOffline(false);
  await reset.button('reset-email-send').click();
  await reset.isAt('reset-code-title', '/reset/code');
});

test('without a connection the first step can be sent again too', async ({ reset, context, watch }) => {
  watch.expect(/ERR_INTERNET_DISCONNECTED/);
  await reset.open();
  await reset.button('reset-identify-continue').click();
  await expect(reset.summary).toBeFocused();
  await context.setOffline(true);
  await reset.identify(ada);
  await expect(reset.summary.getByText(reset.t('problem-offline'))).toBeVisible();
  await context.setOffline(false);
  await reset.button('reset-identify-continue').click();
  await reset.isAt('reset-method-title', '/reset/method');
});

test('screens that do not come are fetched when the form is sent again', async ({ reset, page, watch }) => {
  watch.expect(/ERR_FAILED/);
  await page.route(REST, (route) => route.abort());
  await reset.open();
  await reset.identify(ada);
  await expect(reset.summary.getByText(reset.t('problem-offline'))).toBeVisible();
  await page.unroute(REST);
  await reset.button('reset-identify-continue').click();
  await reset.isAt('reset-method-title', '/reset/method');
});

test('a screen that does not come says so and can be asked for again', async ({ reset, page, watch }) => {
  watch.expect(/ERR_FAILED|404/);
  await page.route(REST, (route) => route.abort());
  await page.goto('/reset/nowhere');
  await expect(reset.said('problem-not-found')).toBeVisible();
  await page.unroute(REST);
  await reset.button('common-try-again').click();
  await expect(reset.heading('problem-not-found-title')).toBeVisible();
});

test('a step that cannot ask where it is says so and can try again', async ({ reset, page, watch }) => {
  watch.expect(/ERR_CONNECTION_REFUSED|ERR_FAILED/);
  await reset.begin(ada);
  await page.route(CURRENT, (route) => route.abort('connectionrefused'));
  await page.reload();
  await expect(reset.heading('problem-offline-title')).toBeVisible();
  await reset.button('common-try-again').click();
  await expect(reset.heading('problem-offline-title')).toBeVisible();
  await page.unroute(CURRENT);
  await reset.button('common-try-again').click();
  await reset.isAt('reset-method-title', '/reset/method');
});

test('an answer that never comes is given up, and the step can be sent again', async ({ reset, page, watch }) => {
  watch.expect(/ERR_|abort|timed out/i);
  test.setTimeout(60_000);
  await reset.begin(ada);
  await reset.choose('email');
  const path = '**/api/v1/reset-sessions/current/challenges';
  await page.route(path, () => {});
  await reset.sendTo(ada.recovery);
  await expect(reset.summary.getByText(reset.t('problem-timeout'))).toBeVisible({ timeout: 20_000 });
  await page.unroute(path);
  await reset.button('reset-email-send').click();
  await reset.isAt('reset-code-title', '/reset/code');
});

test('a restart of the server in the middle loses nothing', async ({ reset, demo, watch }) => {
  watch.expect(/ERR_CONNECTION_REFUSED/);
  await reset.begin(ada);
  await reset.askForCode(ada.recovery);
  const code = await demo.code(ada.recovery);
  await demo.halt();
  await reset.submitCode(code);
  await expect(reset.summary.getByText(reset.t('problem-offline'))).toBeVisible();
  await demo.run();
  await reset.button('reset-code-continue').click();
  await reset.isAt('reset-method-title-next', '/reset/method');
  await demo.halt();
  await demo.run();
  await reset.proveByApp(ada);
  await reset.isAt('reset-password-title', '/reset/password');
  await demo.halt();
  await demo.run();
  await reset.setPassword();
  await reset.isAt('reset-done-title', '/reset/done');
});

test('sending a form twice does it once', async ({ reset, demo, page }) => {
  await reset.begin(ada);
  await reset.choose('email');
  await reset.target.fill(ada.recovery);
  const sent: string[] = [];
  page.on('request', (request) => {
    if (request.method() === 'POST') sent.push(request.url());
  });
  await reset.button('reset-email-send').dblclick();
  await reset.isAt('reset-code-title', '/reset/code');
  expect(sent).toHaveLength(1);
  expect(await demo.code(ada.recovery)).toMatch(/^\d{6}$/);
});

test('an address that is nobody’s says so and leads to the start', async ({ reset, page, watch }) => {
  watch.expect(/404/);
  const response = await page.goto('/reset/nowhere');
  expect(response?.status()).toBe(404);
  await reset.isAt('problem-not-found-title');
  await reset.link('common-go-home').click();
  await reset.isAt('home-title', '/');
});

test('the address for changing a password leads to the portal', async ({ page }) => {
  await page.goto('/.well-known/change-password');
  await expect(page.getByRole('main')).toBeVisible();
  expect((await page.request.get('/.well-known/nothing')).status()).toBe(404);
});

test('neither the flow nor a secret stands in an address or in storage', async ({ reset, demo, page, context }) => {
  const addresses: string[] = [];
  context.on('request', (request) => addresses.push(request.url()));
  await reset.proveAll(ada);
  const password = 'plum kettle orbit thirteen';
  await reset.setPassword(password);
  await reset.isAt('reset-done-title');
  const code = (await demo.mails(ada.recovery)).find((mail) => mail.code)?.code ?? '';
  expect(code).toMatch(/^\d{6}$/);
  const cookies = await context.cookies();
  const flow = cookies.find((cookie) => cookie.name === 'postern-flow');
  expect(flow?.httpOnly).toBe(true);
  expect(flow?.sameSite).toBe('Strict');
  const kept = await page.evaluate(() => JSON.stringify([{ ...localStorage }, { ...sessionStorage }, history.state, document.cookie]));
  expect(flow?.value).toBeTruthy();
  for (const secret of [flow?.value ?? '', code, encodeURIComponent(ada.recovery), ada.user, 'plum']) {
    expect(addresses.filter((address) => address.includes(secret))).toEqual([]);
    expect(kept).not.toContain(secret);
  }
});
