import type { Locator } from '@playwright/test';

import { EASY, expect, test } from '../fixtures/index.ts';
import { NEW_PASSWORD, OLD_PASSWORD, ada } from '../fixtures/people.ts';
import type { Args } from '../fixtures/texts.ts';
import type { Reset } from '../pages/reset.ts';

function rule(reset: Reset, name: string, args = {}): Locator {
  // What is refused stands in a list of links, in similar words.
  const hasNot = reset.page.getByRole('link');
  return reset.page.getByRole('listitem').filter({ hasText: reset.t(`reset-password-rule-${name}`, args), hasNot });
}

test('the rules stand there before typing, describe the field, and are judged while typing', async ({ reset }) => {
  await reset.proveAll(ada);
  const length = rule(reset, 'length', { min: 15 });
  const maximum = rule(reset, 'maximum', { max: 256 });
  const name = rule(reset, 'name');
  const common = rule(reset, 'common');
  const met = reset.t('reset-password-rule-met');
  const broken = reset.t('reset-password-rule-broken');
  for (const one of [length, maximum, name, common]) {
    await expect(one).toBeVisible();
    await expect(one).not.toContainText(met);
    await expect(one).not.toContainText(broken);
  }
  await expect(reset.password).toHaveAccessibleDescription(new RegExp(reset.t('reset-password-rule-name')));

  await reset.password.fill('plum kettle or');
  await expect(length).not.toContainText(met);
  await reset.password.fill('plum kettle orb');
  await expect(length).toContainText(met);
  await expect(name).toContainText(met);
  await reset.password.fill('plum Contoso kettle');
  await expect(name).toContainText(broken);
  await reset.password.fill('my ADA@demo.example words');
  await expect(name).toContainText(broken);
  await reset.password.fill('é'.repeat(257));
  await expect(maximum).toContainText(broken);
  await reset.password.fill('🔑'.repeat(15));
  await expect(length).toContainText(met);
  await expect(maximum).not.toContainText(broken);
  await reset.password.fill('');
  await expect(length).not.toContainText(met);
  await expect(name).not.toContainText(broken);
});

test('nothing is sent while typing', async ({ reset, page }) => {
  await reset.proveAll(ada);
  const sent: string[] = [];
  page.on('request', (request) => sent.push(request.url()));
  await reset.password.pressSequentially('plum kettle orbit');
  await expect(rule(reset, 'length', { min: 15 })).toContainText(reset.t('reset-password-rule-met'));
  expect(sent).toEqual([]);
});

test('the password can be shown and hidden, and is hidden again when it is sent', async ({ reset, page }) => {
  await reset.proveAll(ada);
  const show = page.getByRole('button', { name: reset.t('reset-password-show.label'), exact: true });
  await reset.password.fill('short');
  await expect(reset.password).toHaveAttribute('type', 'password');
  await expect(show).toHaveAttribute('aria-pressed', 'false');
  await show.click();
  await expect(reset.password).toHaveAttribute('type', 'text');
  await expect(show).toHaveAttribute('aria-pressed', 'true');
  // That it is pressed can be seen without colours too.
  const marked = await show.evaluate((button) => getComputedStyle(button, '::before').clipPath);
  expect(marked).toContain('polygon');
  await expect(reset.password).toHaveValue('short');
  await show.click();
  await expect(reset.password).toHaveAttribute('type', 'password');
  await show.click();
  await reset.button('reset-password-save').click();
  await expect(reset.summary).toBeFocused();
  await expect(reset.password).toHaveAttribute('type', 'password');
});

test('an empty password is put right in the form', async ({ reset }) => {
  await reset.proveAll(ada);
  await reset.setPassword('');
  await expect(reset.summary).toBeFocused();
  await expect(reset.summary.getByRole('link', { name: reset.t('reset-password-missing') })).toBeVisible();
});

const REFUSED: [what: string, password: string, violations: [id: string, args: Args][]][] = [
  ['too short', 'plum kettle', [['too-short', { min: 15 }]]],
  ['too long', 'plum kettle '.repeat(22), [['too-long', { max: 256 }]]],
  ['common', '1qaz2wsx3edc4rfv', [['common', {}]]],
  ['a few characters again and again', 'plmplmplmplmplmplm', [['common', {}]]],
  ['made of the family name', 'byron byron plum 1', [['contains-name', {}]]],
  ['made of the user name', 'ada@demo.example plum', [['contains-name', {}]]],
  ['made of the organisation', 'contoso plum kettle', [['contains-organisation', {}]]],
  ['wrong in two ways', 'contoso', [['too-short', { min: 15 }], ['easily-guessed', {}], ['contains-organisation', {}]]],
];

test('a password that breaks a rule is refused with the reason, and the next one is taken', async ({ reset, demo }) => {
  await reset.proveAll(ada);
  for (const [what, password, violations] of REFUSED) {
    await test.step(what, async () => {
      const reasons = violations.map(([id, args]) => reset.t(`violation-password-${id}`, args));
      await reset.setPassword(password);
      await expect(reset.summary).toBeFocused();
      await expect(reset.summary.getByRole('link')).toHaveText(reasons);
      await expect(reset.password).toHaveAttribute('aria-invalid', 'true');
      await expect(reset.password).toHaveAccessibleDescription(new RegExp(`^${reasons.join('\\s')}`));
      await expect(reset.page).toHaveURL('/reset/password');
      await expect(reset.page).toHaveTitle(
        reset.t('common-page-title-error', { page: reset.t('reset-password-title'), organisation: 'Contoso' }),
      );
    });
  }
  expect(await demo.tryPassword(ada.user, OLD_PASSWORD)).toBe('right');
  await reset.setPassword();
  await reset.isAt('reset-done-title', '/reset/done');
  expect(await demo.tryPassword(ada.user, NEW_PASSWORD)).toBe('right');
});

test.describe('where three kinds of characters are asked for', () => {
  test.use({ overrides: `${EASY}[password]\ncomposition = "three-of-four"\n` });

  test('the rule stands there, is judged while typing, and is decided by the server', async ({ reset, demo }) => {
    await reset.proveAll(ada);
    const kinds = rule(reset, 'kinds', { required: 3 });
    await expect(kinds).toBeVisible();
    await reset.password.fill('plum kettle orbit thirteen');
    await expect(kinds).not.toContainText(reset.t('reset-password-rule-met'));
    await reset.button('reset-password-save').click();
    await expect(reset.summary.getByRole('link')).toHaveText([
      reset.t('violation-password-too-few-kinds', { required: 3 }),
    ]);
    await reset.password.fill('Plum kettle orbit thirteen');
    await expect(kinds).toContainText(reset.t('reset-password-rule-met'));
    await reset.button('reset-password-save').click();
    await reset.isAt('reset-done-title', '/reset/done');
    expect(await demo.tryPassword(ada.user, 'Plum kettle orbit thirteen')).toBe('right');
  });
});

test.describe('where the organisation has words of its own', () => {
  test.use({ overrides: `${EASY}[password]\nbanned_terms = ["turnstile"]\n` });

  test('the refusal does not say which word it was', async ({ reset }) => {
    await reset.proveAll(ada);
    await reset.setPassword('turnstileturnstile');
    await expect(reset.summary).toBeFocused();
    await expect(reset.summary).not.toContainText('turnstile');
    await expect(reset.page).toHaveURL('/reset/password');
  });
});

test('password managers find a new password and the account that it belongs to', async ({ reset }) => {
  await reset.open();
  await expect(reset.identifier).toHaveAttribute('autocomplete', 'username');
  await reset.proveAll(ada);
  await expect(reset.password).toHaveAttribute('autocomplete', 'new-password');
  const account = reset.field('reset-password-account');
  await expect(account).toHaveAttribute('autocomplete', 'username');
  await expect(account).toHaveValue(ada.user);
  await expect(account).not.toBeInViewport({ ratio: 1 });
});

test('the fields ask for the right keyboard and are not corrected', async ({ reset }) => {
  await reset.begin(ada);
  await reset.choose('email');
  await expect(reset.target).toHaveAttribute('inputmode', 'email');
  await expect(reset.target).toHaveAttribute('autocomplete', 'email');
  await expect(reset.target).toHaveAttribute('spellcheck', 'false');
  await reset.sendTo(ada.recovery);
  await expect(reset.code).toHaveAttribute('inputmode', 'numeric');
  await expect(reset.code).toHaveAttribute('autocomplete', 'one-time-code');
});

test('a password of another script is taken however it is composed', async ({ reset, demo }) => {
  await reset.proveAll(ada);
  const password = 'crème brûlée à la noë';
  await reset.setPassword(password.normalize('NFD'));
  await reset.isAt('reset-done-title', '/reset/done');
  expect(await demo.tryPassword(ada.user, password.normalize('NFC'))).toBe('right');
  expect(await demo.tryPassword(ada.user, password.normalize('NFD'))).toBe('right');
});

test('a password that the browser pastes is never cut', async ({ reset, demo, page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await reset.proveAll(ada);
  const password = 'plum kettle orbit thirteen '.repeat(9).trim();
  await page.evaluate((words) => navigator.clipboard.writeText(words), password);
  await reset.password.focus();
  await page.keyboard.press('ControlOrMeta+V');
  await reset.button('reset-password-save').click();
  await reset.isAt('reset-done-title', '/reset/done');
  expect(await demo.tryPassword(ada.user, password)).toBe('right');
  expect(await demo.tryPassword(ada.user, password.slice(0, 64))).toBe('wrong');
});
