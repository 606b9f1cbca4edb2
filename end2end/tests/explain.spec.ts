// Portals that only colleagues can reach explain: own methods, masked targets, exact reasons.

import type { Page } from '@playwright/test';

import { EASY, expect, test } from '../fixtures/index.ts';
import { OLD_PASSWORD, ada, bo, cleo, eli, fay, gus, nobody } from '../fixtures/people.ts';
import type { Reset } from '../pages/reset.ts';

const EXPLAIN = 'disclosure = "explain"\n';
const EXPLAINING = `${EASY}[reset]\n${EXPLAIN}`;

/** The page says why, what to do, where to turn, and which code to mention. */
async function isRefused(reset: Reset, title: string, reason: string, next: string, code: string | null): Promise<void> {
  await reset.isAt(title, '/reset/refused');
  await expect(reset.page.getByRole('main').getByText(reset.t(`reset-refused-${reason}`))).toBeVisible();
  await expect(reset.said(next)).toBeVisible();
  await expect(reset.desks).toHaveCount(1);
  if (code) await expect(reset.supportCode(code)).toBeVisible();
  else await expect(reset.page.getByText(reset.t('common-support-code'))).toHaveCount(0);
}

/** Answers as a server whose directory is in trouble. */
async function inTrouble(page: Page, path: string, type: string, more = {}): Promise<void> {
  await page.route(path, (route) =>
    route.fulfill({
      status: 503,
      contentType: 'application/problem+json',
      json: { type: `urn:postern:problem:${type}`, title: '', status: 503, instance: 'r1', ...more },
    }),
  );
}

test.describe('where the portal explains', () => {
  test.use({ overrides: EXPLAINING });

  for (const [who, person, reason, next, code] of [
    ['bo', bo, 'too-few-methods', 'reset-refused-next-methods', 'SSPR_0014'],
    ['cleo', cleo, 'not-in-scope', 'reset-refused-next-access', 'SSPR_0013'],
    ['fay', fay, 'too-few-methods', 'reset-refused-next-methods', 'SSPR_0014'],
    ['gus', gus, 'account-disabled', 'reset-refused-next', null],
  ] as const) {
    test(`${who} hears at once why not, and what to do`, async ({ reset, demo }) => {
      const before = await demo.tryPassword(person.user, OLD_PASSWORD);
      await reset.open();
      await reset.identify(person);
      await isRefused(reset, 'reset-refused-title', reason, next, code);
      await reset.page.reload();
      await isRefused(reset, 'reset-refused-title', reason, next, code);
      for (const path of ['/reset/method', '/reset/email', '/reset/password']) {
        await reset.open(path);
        await reset.isAt('reset-refused-title', '/reset/refused');
      }
      expect(await demo.tryPassword(person.user, OLD_PASSWORD)).toBe(before);
      await reset.button('common-start-over').click();
      await reset.isAt('reset-identify-title', '/reset');
    });
  }

  test('a name that is nobody’s can be typed again', async ({ reset }) => {
    await reset.open();
    await reset.identify(nobody);
    await isRefused(reset, 'reset-refused-title-unknown', 'account-unknown', 'reset-refused-next-unknown', null);
    await reset.button('reset-refused-type-again').click();
    await reset.isAt('reset-identify-title', '/reset');
    await expect(reset.identifier).toHaveValue(nobody.user);
    await reset.identify(ada);
    await reset.isAt('reset-method-title', '/reset/method');
  });

  test('at the other door the refusal speaks of unlocking', async ({ reset }) => {
    await reset.open('/unlock');
    await reset.identify(cleo);
    await isRefused(reset, 'reset-refused-title-unlock', 'not-in-scope', 'reset-refused-next-access', 'SSPR_0013');
  });

  test('people see their own methods only', async ({ reset }) => {
    await reset.begin(eli);
    await expect(reset.said('reset-method-lead-own')).toBeVisible();
    await expect(reset.choice('email')).toBeVisible();
    await expect(reset.choice('sms')).toBeVisible();
    await expect(reset.choice('authenticator')).toHaveCount(0);
    await reset.open('/reset/authenticator');
    await reset.isAt('reset-method-title', '/reset/method');
  });

  test('the target’s page shows what the target looks like, and nothing more of it', async ({ reset }) => {
    await reset.begin(ada);
    await reset.choose('email');
    await expect(reset.target).toHaveAccessibleDescription(/a\S*•\S*@/);
    await expect(reset.page.getByText(ada.recovery)).toHaveCount(0);
    await reset.link('reset-code-other').click();
    await reset.choose('sms');
    await expect(reset.number).toHaveAccessibleDescription(/•/);
    await expect(reset.page.getByText(ada.mobile)).toHaveCount(0);
  });

  test('what is not registered is said beside the field, and the right one gets the code', async ({ reset, demo }) => {
    await reset.begin(ada);
    await reset.choose('email');
    await reset.sendTo('ada@elsewhere.example');
    await expect(reset.summary).toBeFocused();
    const words = reset.t('violation-field-not-registered');
    await expect(reset.summary.getByRole('link', { name: words })).toBeVisible();
    await expect(reset.target).toHaveAttribute('aria-invalid', 'true');
    await expect(reset.target).toHaveValue('ada@elsewhere.example');
    await reset.sendTo(ada.recovery);
    await reset.isAt('reset-code-title', '/reset/code');
    await reset.submitCode(await demo.code(ada.recovery));
    await reset.isAt('reset-method-title-next', '/reset/method');
    expect(await demo.mails('ada@elsewhere.example')).toEqual([]);
  });
});

for (const [what, settings, reason, next, code] of [
  ['is switched off', 'scope = "none"\ninclude = []\n', 'reset-disabled', 'reset-refused-next', 'SSPR_0009'],
  ['is paid for others only', 'entitled = ["others"]\n', 'not-entitled', 'reset-refused-next-access', 'SSPR_0012'],
  [
    'offers too few methods',
    '[methods.sms]\nenabled = false\n[methods.authenticator_code]\ninclude = ["others"]\n',
    'no-policy',
    'reset-refused-next',
    'SSPR_0011',
  ],
] as const) {
  test.describe(`where reset ${what}`, () => {
    test.use({ overrides: `${EXPLAINING}${settings}` });

    test(`ada hears that it ${what}`, async ({ reset }) => {
      await reset.open();
      await reset.identify(ada);
      await isRefused(reset, 'reset-refused-title', reason, next, code);
    });
  });
}

for (const reason of ['writeback-off', 'administrators-excluded', 'protected-account'] as const) {
  test(`the reason ${reason} has its own words`, async ({ reset, page }) => {
    await reset.begin(ada);
    await page.route('**/api/v1/reset-sessions/current', async (route) => {
      if (route.request().method() !== 'GET') return route.fallback();
      const response = await route.fetch();
      await route.fulfill({ response, json: { ...(await response.json()), step: { refused: reason } } });
    });
    await page.reload();
    const code = reason === 'writeback-off' ? 'SSPR_0010' : null;
    await isRefused(reset, 'reset-refused-title', reason, 'reset-refused-next', code);
  });
}

test('a directory that is out of reach is said in the form, with the code for the help desk', async ({ reset, page, watch }) => {
  watch.expect(/503/);
  await reset.proveAll(ada);
  await inTrouble(page, '**/current/password', 'directory-unavailable', { retry_after_seconds: 30 });
  await reset.setPassword();
  await expect(reset.summary).toBeFocused();
  await expect(reset.summary.getByText(reset.t('problem-directory-unavailable', { seconds: 30 }))).toBeVisible();
  await expect(reset.supportCode('SSPR_0030')).toBeVisible();
});

test('a directory that is not set up as it must be is said on a page of its own', async ({ reset, page, watch }) => {
  watch.expect(/503/);
  await reset.begin(ada);
  await inTrouble(page, '**/api/v1/reset-sessions/current', 'directory-misconfigured');
  await page.reload();
  await reset.isAt('problem-page-title');
  await expect(reset.said('problem-directory-misconfigured')).toBeVisible();
  await expect(reset.supportCode('SSPR_0029')).toBeVisible();
});

test('where the portal does not explain, nobody hears a reason before a proof', async ({ reset }) => {
  for (const person of [bo, cleo, fay, gus, nobody]) {
    await reset.page.context().clearCookies();
    await reset.begin(person);
    await expect(reset.said('reset-method-lead')).toBeVisible();
    await reset.choose('email');
    await expect(reset.target).toHaveAccessibleDescription(reset.t('reset-email-target.hint'));
    await reset.sendTo(person.recovery);
    await reset.isAt('reset-code-title', '/reset/code');
  }
});
