import { EASY, expect, test } from '../fixtures/index.ts';
import { ada } from '../fixtures/people.ts';
import type { Reset } from '../pages/reset.ts';

/** A code that is not this one. */
function wrong(code: string): string {
  return code.replace(/^./, (digit) => String((Number(digit) + 1) % 10));
}

/** The digits of another script, which begin there. */
function inScript(code: string, zero: number): string {
  return code.replace(/\d/g, (digit) => String.fromCodePoint(zero + Number(digit)));
}

async function complains(reset: Reset, field: 'code', id: string, title: string, args = {}): Promise<void> {
  await expect(reset.summary).toBeFocused();
  await expect(reset.summary.getByRole('heading', { name: reset.t('common-error-title') })).toBeVisible();
  const words = reset.t(id, args);
  await expect(reset[field]).toHaveAttribute('aria-invalid', 'true');
  await expect(reset[field]).toHaveAccessibleDescription(new RegExp(`^${escape(words)}`));
  await expect(reset.page).toHaveTitle(
    reset.t('common-page-title-error', { page: reset.t(title), organisation: 'Contoso' }),
  );
  await reset.summary.getByRole('link', { name: words, exact: true }).click();
  await expect(reset[field]).toBeFocused();
}

function escape(words: string): string {
  return words.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}

test('a wrong code is said above the form and beside the field, and the right one still works', async ({
  reset,
  demo,
}) => {
  await reset.begin(ada);
  await reset.askForCode(ada.recovery);
  const code = await demo.code(ada.recovery);
  await reset.submitCode(wrong(code));
  await complains(reset, 'code', 'problem-challenge-failed', 'reset-code-title');
  await reset.submitCode(code);
  await reset.isAt('reset-method-title-next', '/reset/method');
});

test('an empty code and one of the wrong length are put right before anything is sent', async ({ reset, page }) => {
  await reset.begin(ada);
  await reset.askForCode(ada.recovery);
  const sent: string[] = [];
  page.on('request', (request) => sent.push(request.url()));
  await reset.submitCode('');
  await complains(reset, 'code', 'reset-code-missing', 'reset-code-title');
  await reset.submitCode('12345');
  await complains(reset, 'code', 'violation-field-not-a-code', 'reset-code-title', { digits: 6 });
  await reset.submitCode('12345a');
  await complains(reset, 'code', 'violation-field-not-a-code', 'reset-code-title', { digits: 6 });
  expect(sent).toEqual([]);
});

test('a wrong code of the authenticator app is refused in the same way', async ({ reset, demo }) => {
  await reset.begin(ada);
  await reset.choose('authenticator');
  await reset.submitCode(wrong(await demo.totp(ada.user)));
  await complains(reset, 'code', 'problem-challenge-failed', 'reset-authenticator-title');
  await reset.submitCode(await demo.totp(ada.user));
  await reset.isAt('reset-method-title-next', '/reset/method');
});

test('a code whose time is over no longer works, and another one does', async ({ reset, demo }) => {
  await reset.begin(ada);
  await reset.askForCode(ada.recovery);
  const old = await demo.code(ada.recovery);
  await demo.advance(601);
  await reset.submitCode(old);
  await complains(reset, 'code', 'problem-challenge-missing', 'reset-code-title');
  await reset.page.reload();
  await reset.isAt('reset-method-title', '/reset/method');
  await expect(reset.page.getByRole('main').getByText(reset.t('reset-code-ended'))).toBeVisible();
  await reset.askForCode(ada.recovery);
  await expect(reset.said('reset-code-hint', { digits: 6, number: 2 })).toBeVisible();
  await reset.submitCode(await demo.code(ada.recovery, 2));
  await reset.isAt('reset-method-title-next');
});

test('the screen says while it is open that the time of the code is over', async ({ reset, page }) => {
  await page.clock.install();
  await reset.begin(ada);
  await reset.askForCode(ada.recovery);
  await expect(reset.said('reset-code-valid', { minutes: 10 })).toBeVisible();
  await page.clock.fastForward(595_000);
  await expect(reset.said('reset-code-valid', { minutes: 1 })).toBeVisible();
  await page.clock.fastForward(6_000);
  await expect(reset.said('reset-code-over')).toBeVisible();
});

test('after five wrong codes the code is worth nothing, and the next one works', async ({ reset, demo }) => {
  await reset.begin(ada);
  await reset.askForCode(ada.recovery);
  const code = await demo.code(ada.recovery);
  for (let tries = 1; tries <= 4; tries += 1) {
    await reset.submitCode(wrong(code));
    await complains(reset, 'code', 'problem-challenge-failed', 'reset-code-title');
  }
  await reset.submitCode(wrong(code));
  await complains(reset, 'code', 'problem-challenge-exhausted', 'reset-code-title');
  await reset.submitCode(code);
  await complains(reset, 'code', 'problem-challenge-exhausted', 'reset-code-title');

  await demo.advance(31);
  await reset.page.reload();
  await reset.button('reset-code-resend').click();
  await expect(reset.said('reset-code-hint', { digits: 6, number: 2 })).toBeVisible();
  await reset.submitCode(await demo.code(ada.recovery, 2));
  await reset.isAt('reset-method-title-next');
});

test.describe('where a reset takes three wrong answers', () => {
  test.use({ overrides: `${EASY}[flow]\nmax_failures = 3\n` });

  test('the third ends it, with the help desk and a way to start again', async ({ reset, demo }) => {
    await reset.begin(ada);
    await reset.askForCode(ada.recovery);
    const code = await demo.code(ada.recovery);
    for (let tries = 1; tries <= 2; tries += 1) {
      await reset.submitCode(wrong(code));
      await complains(reset, 'code', 'problem-challenge-failed', 'reset-code-title');
    }
    await reset.submitCode(wrong(code));
    await reset.isAt('reset-exhausted-title', '/reset/exhausted');
    await expect(reset.page.getByRole('main').getByRole('link', { name: 'help@contoso.example' })).toBeVisible();
    await reset.page.reload();
    await reset.isAt('reset-exhausted-title', '/reset/exhausted');
    await reset.link('common-start-over').click();
    await reset.isAt('reset-identify-title', '/reset');
    await expect(reset.identifier).toHaveValue(ada.user);
    expect(await demo.tryPassword(ada.user, 'correct horse battery staple')).toBe('right');
  });
});

test('another code can be sent after half a minute, and replaces the one before', async ({ reset, demo, page }) => {
  await page.clock.install();
  await reset.begin(ada);
  await reset.askForCode(ada.recovery);
  const first = await demo.code(ada.recovery);
  const early = page.getByRole('button', { name: /\d+/ }).and(page.locator('[aria-disabled=true]'));
  await expect(early).toBeVisible();
  await early.click({ force: true });
  await early.focus();
  await expect(early).toBeFocused();

  await page.clock.fastForward(31_000);
  await demo.advance(31);
  const again = reset.button('reset-code-resend');
  await expect(again).not.toHaveAttribute('aria-disabled', 'true');
  await expect(page.getByRole('status').filter({ hasText: reset.t('reset-code-resend-ready') })).toBeAttached();
  await again.click();
  await expect(page.getByRole('status').filter({ hasText: reset.t('reset-code-resent', { number: 2 }) })).toBeAttached();
  await expect(reset.said('reset-code-hint', { digits: 6, number: 2 })).toBeVisible();

  const second = await demo.code(ada.recovery, 2);
  expect(await demo.mails(ada.recovery)).toHaveLength(2);
  await reset.submitCode(first);
  await complains(reset, 'code', 'problem-challenge-failed', 'reset-code-title');
  await reset.submitCode(second);
  await reset.isAt('reset-method-title-next');
});

test('after half a minute the screen says that only the exact address gets a code', async ({ reset, page }) => {
  await page.clock.install();
  await reset.begin(ada);
  await reset.askForCode(ada.recovery);
  await expect(reset.said('reset-code-exact')).toHaveCount(0);
  await page.clock.fastForward(31_000);
  await expect(reset.said('reset-code-exact')).toBeVisible();
});

test('the reasons why no code may come can be opened', async ({ reset }) => {
  await reset.begin(ada);
  await reset.askForCode(ada.recovery);
  await expect(reset.said('reset-code-why-mailbox')).toBeHidden();
  await reset.said('reset-code-why').click();
  for (const reason of ['slow', 'address', 'account', 'mailbox']) {
    await expect(reset.said(`reset-code-why-${reason}`)).toBeVisible();
  }
});

for (const [script, zero] of [
  ['Arabic-Indic', 0x660],
  ['Persian', 0x6f0],
  ['full-width', 0xff10],
] as const) {
  test(`a code typed in ${script} digits works`, async ({ reset, demo }) => {
    await reset.begin(ada);
    await reset.askForCode(ada.recovery);
    const typed = inScript(await demo.code(ada.recovery), zero);
    await reset.submitCode(typed);
    await reset.isAt('reset-method-title-next');
    await reset.choose('authenticator');
    await reset.submitCode(inScript(await demo.totp(ada.user), zero));
    await reset.isAt('reset-password-title');
  });
}

test('a code that is pasted with spaces and direction marks works', async ({ reset, demo, page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await reset.begin(ada);
  await reset.askForCode(ada.recovery);
  const code = await demo.code(ada.recovery);
  const copied = ` \u2068${code.slice(0, 3)}\u00a0${code.slice(3)}\u2069 \n`;
  await page.evaluate((words) => navigator.clipboard.writeText(words), copied);
  await reset.code.focus();
  await page.keyboard.press('ControlOrMeta+V');
  await expect(reset.code).toHaveValue(/\d/);
  await page.keyboard.press('Enter');
  await reset.isAt('reset-method-title-next');
});

test('a wrong address gets nothing and can be changed, and the right one gets the code', async ({ reset, demo }) => {
  await reset.begin(ada);
  await reset.askForCode('ada@hme.example');
  await expect(reset.page.getByText('ada@hme.example')).toBeVisible();
  await reset.link('reset-code-change').click();
  await reset.isAt('reset-email-title', '/reset/email');
  await expect(reset.target).toHaveValue('ada@hme.example');
  await reset.sendTo(ada.recovery);
  await reset.isAt('reset-code-title', '/reset/code');
  await expect(reset.page.getByText(ada.recovery)).toBeVisible();
  await reset.submitCode(await demo.code(ada.recovery));
  await reset.isAt('reset-method-title-next');
  expect(await demo.mails('ada@hme.example')).toEqual([]);
});

test('an address that is none is put right in the form', async ({ reset }) => {
  await reset.begin(ada);
  await reset.choose('email');
  await reset.sendTo('');
  await expect(reset.summary).toBeFocused();
  await expect(reset.summary.getByRole('link', { name: reset.t('reset-email-target-missing') })).toBeVisible();
  await reset.sendTo('ada at home');
  await expect(reset.summary.getByRole('link', { name: reset.t('violation-field-not-an-address') })).toBeVisible();
  await expect(reset.target).toHaveAttribute('aria-invalid', 'true');
  await expect(reset.target).toHaveValue('ada at home');
});

test('asking again at once for the same address has to wait', async ({ reset }) => {
  await reset.begin(ada);
  await reset.askForCode(ada.recovery);
  await reset.link('reset-code-change').click();
  await reset.sendTo(ada.recovery);
  await expect(reset.summary).toBeFocused();
  await expect(reset.summary.getByRole('listitem')).toHaveText(
    new RegExp(escape(reset.t('problem-rate-limited', { seconds: 99 })).replace('99', '\\d+')),
  );
});

test('another way can be taken while a code is awaited, and the code waits for its turn', async ({ reset, demo }) => {
  await reset.begin(ada);
  await reset.askForCode(ada.recovery);
  await reset.link('reset-code-other').click();
  await reset.isAt('reset-method-title', '/reset/method');
  await reset.proveByApp(ada);
  await reset.isAt('reset-code-title', '/reset/code');
  await expect(reset.said('common-step', { current: 3, total: 4 })).toBeVisible();
  await reset.submitCode(await demo.code(ada.recovery));
  await reset.isAt('reset-password-title', '/reset/password');
});

test('choosing the method of a code that is on its way leads to the code', async ({ reset, demo }) => {
  await reset.begin(ada);
  await reset.askForCode(ada.recovery);
  await reset.link('reset-code-other').click();
  await reset.isAt('reset-method-title', '/reset/method');
  await expect(reset.page.getByText(reset.t('reset-code-ended'))).toHaveCount(0);
  await reset.choose('email');
  await reset.isAt('reset-code-title', '/reset/code');
  await reset.submitCode(await demo.code(ada.recovery));
  await reset.isAt('reset-method-title-next', '/reset/method');
  // The code was used, not lost: going back says nothing.
  await reset.page.goBack();
  await reset.isAt('reset-method-title-next', '/reset/method');
  await expect(reset.page.getByText(reset.t('reset-code-ended'))).toHaveCount(0);
});

test('an address that is being changed stays what was typed while the tab looks around', async ({ reset, page, demo }) => {
  await reset.begin(ada);
  await reset.askForCode('ada@hme.example');
  await reset.link('reset-code-change').click();
  await reset.target.fill(ada.recovery);
  const looked = page.waitForResponse('**/api/v1/reset-sessions/current');
  await page.evaluate(() => dispatchEvent(new Event('visibilitychange')));
  await (await looked).finished();
  await reset.button('reset-email-send').click();
  await reset.isAt('reset-code-title', '/reset/code');
  expect(await demo.code(ada.recovery)).toMatch(/^\d{6}$/);
});

test('a code of the authenticator app works once', async ({ reset, demo, another }) => {
  const used = await demo.totp(ada.user);
  await reset.begin(ada);
  await reset.choose('authenticator');
  await reset.submitCode(used);
  await reset.isAt('reset-method-title-next');

  const second = await another();
  await second.begin(ada);
  await second.choose('authenticator');
  await second.submitCode(used);
  await complains(second, 'code', 'problem-challenge-failed', 'reset-authenticator-title');
});
