import type { Demo } from '../fixtures/demo.ts';
import { EASY, expect, test } from '../fixtures/index.ts';
import {
  NEW_PASSWORD,
  OLD_PASSWORD,
  type Person,
  ada,
  bo,
  cleo,
  dai,
  eli,
  fay,
  gus,
  hana,
  ivo,
  jun,
  kim,
  nobody,
} from '../fixtures/people.ts';
import { text } from '../fixtures/texts.ts';
import type { Method, Reset } from '../pages/reset.ts';

const ONE_GATE = `${EASY}[reset]\nrequired_methods = 1\n`;
const EXPLAIN = `${EASY}[reset]\ndisclosure = "explain"\n`;

/** Who gets through, and by which two methods; everybody else is refused, for a reason. */
const ABLE: readonly (readonly [string, Person, readonly [Method, Method]])[] = [
  ['ada', ada, ['email', 'sms']],
  ['dai', dai, ['email', 'authenticator']],
  ['eli', eli, ['sms', 'email']],
  ['hana', hana, ['email', 'sms']],
  ['ivo', ivo, ['sms', 'email']],
  ['jun', jun, ['authenticator', 'email']],
  ['kim', kim, ['email', 'authenticator']],
];
const REFUSED: readonly (readonly [string, Person, string])[] = [
  ['bo', bo, 'too-few-methods'],
  ['cleo', cleo, 'not-in-scope'],
  ['fay', fay, 'too-few-methods'],
  ['gus', gus, 'account-disabled'],
];

for (const [mode, overrides] of [
  ['uniform', EASY],
  ['explain', EXPLAIN],
] as const) {
  test.describe(`all eleven, in ${mode} mode:`, () => {
    test.use({ overrides });

    for (const [who, person, methods] of ABLE) {
      test(`${who} sets a new password by ${methods.join(' and ')} (${mode})`, async ({ reset, demo }) => {
        await reset.begin(person);
        await reset.proveBoth(person, methods);
        await reset.isAt('reset-password-title', '/reset/password');
        await reset.setPassword();
        await reset.isAt('reset-done-title', '/reset/done');
        expect(await demo.tryPassword(person.user, NEW_PASSWORD)).toBe('right');
      });
    }

    for (const [who, person, reason] of REFUSED) {
      test(`${who} does not, and the password stays (${mode})`, async ({ reset, demo }) => {
        const before = await demo.tryPassword(person.user, OLD_PASSWORD);
        await reset.open();
        await reset.identify(person);
        if (mode === 'explain') {
          await reset.isAt('reset-refused-title', '/reset/refused');
          await expect(reset.page.getByRole('main').getByText(reset.t(`reset-refused-${reason}`))).toBeVisible();
        } else {
          await reset.isAt('reset-method-title', '/reset/method');
          for (const [ask, heading] of [
            [() => reset.askForCode(person.recovery), 'reset-code-title'],
            [() => reset.askForText(person.mobile), 'reset-code-sms-title'],
          ] as const) {
            await ask();
            await codesFail(reset);
            await reset.link('reset-code-other').click();
            await reset.page.goBack();
            await expect(reset.heading(heading)).toBeVisible();
            await reset.link('reset-code-other').click();
          }
        }
        expect(await demo.tryPassword(person.user, OLD_PASSWORD)).toBe(before);
        const codes = [person.recovery, person.mobile].map(async (to) => (await demo.mails(to)).filter((one) => one.code));
        expect((await Promise.all(codes)).flat()).toEqual([]);
      });
    }
  });
}

/** Waits until everything that was asked for before has been dealt with: messages leave in order. */
async function isSettled(another: () => Promise<Reset>, demo: Demo): Promise<void> {
  const sentinel = await another();
  const before = (await demo.mails(jun.recovery)).length;
  await sentinel.begin(jun);
  await sentinel.askForCode(jun.recovery);
  await demo.mail(jun.recovery, before + 1);
}

/** A code that was never sent is simply wrong, whoever it is. */
async function codesFail(reset: Reset): Promise<void> {
  await reset.submitCode('123456');
  await expect(reset.summary.getByRole('link', { name: reset.t('problem-challenge-failed') })).toBeVisible();
}

for (const [who, person, reason] of [
  ['bo, who has too few methods,', bo, 'too-few-methods'],
  ['cleo, for whom reset is not opened,', cleo, 'not-in-scope'],
  ['gus, whose account is switched off,', gus, 'account-disabled'],
] as const) {
  test(`${who} sees what everybody sees, gets the reason by mail, and keeps the password`, async ({ reset, demo }) => {
    const before = await demo.tryPassword(person.user, OLD_PASSWORD);
    await reset.begin(person);
    await reset.askForCode(person.recovery);
    const mail = await demo.mail(person.recovery);
    expect(mail.code).toBeNull();
    expect(mail.link).toBeNull();
    expect(mail.text).toContain(text('en', `email-refused-${reason}`));
    await codesFail(reset);
    expect(await demo.tryPassword(person.user, OLD_PASSWORD)).toBe(before);
    expect(await demo.mails(person.user)).toEqual([]);
  });
}

test('the reason is mailed once a day only', async ({ reset, demo, another }) => {
  await reset.begin(bo);
  await reset.askForCode(bo.recovery);
  await demo.mail(bo.recovery);
  const again = await another();
  await again.begin(bo);
  await again.askForCode(bo.recovery);
  await isSettled(another, demo);
  expect(await demo.mails(bo.recovery)).toHaveLength(1);
});

for (const [who, person] of [
  ['fay, who has registered nothing,', fay],
  ['somebody who does not exist', nobody],
] as const) {
  test(`${who} gets nothing, anywhere`, async ({ reset, demo, another }) => {
    await reset.begin(person);
    await reset.askForCode(person.recovery);
    await codesFail(reset);
    await reset.link('reset-code-change').click();
    // Nothing ever goes to the mailbox that the lost password opens.
    await reset.sendTo(person.user);
    await reset.isAt('reset-code-title');
    await isSettled(another, demo);
    expect(await demo.mails(person.recovery)).toEqual([]);
    expect(await demo.mails(person.user)).toEqual([]);
  });
}

test('gus, whose account is switched off, is not revived by a code of an app or of another person', async ({
  reset,
  demo,
}) => {
  await reset.begin(gus);
  await reset.choose('authenticator');
  await reset.submitCode(await demo.totp(ada.user));
  await expect(reset.summary.getByRole('link', { name: reset.t('problem-challenge-failed') })).toBeVisible();
  expect(await demo.tryPassword(gus.user, OLD_PASSWORD)).toBe('disabled');
});

test.describe('where one method is enough', () => {
  test.use({ overrides: ONE_GATE });

  test('ada is through after one, and her page says three steps', async ({ reset }) => {
    await reset.open();
    await expect(reset.said('common-step', { current: 1, total: 3 })).toBeVisible();
    await reset.begin(ada);
    await reset.proveByMail(ada);
    await reset.isAt('reset-password-title', '/reset/password');
    await expect(reset.said('common-step', { current: 3, total: 3 })).toBeVisible();
  });

  test('dai, an administrator, needs two, and the other administrators are told', async ({ reset, demo }) => {
    await reset.begin(dai);
    await reset.proveByMail(dai);
    await reset.isAt('reset-method-title-next', '/reset/method');
    await expect(reset.said('common-step', { current: 3, total: 4 })).toBeVisible();
    await reset.open('/reset/password');
    await reset.isAt('reset-method-title-next', '/reset/method');
    await reset.proveByApp(dai);
    await reset.setPassword();
    await reset.isAt('reset-done-title');

    for (const colleague of [kim, jun]) {
      const mail = await demo.mail(colleague.user);
      expect(mail.text).toContain(text('en', 'email-administrator-title'));
      expect(mail.text).toContain(dai.user);
    }
    const told = [...(await demo.mails(dai.recovery)), ...(await demo.mails(dai.user))];
    expect(told.filter((mail) => mail.text.includes(text('en', 'email-reset-title'))).length).toBeGreaterThan(0);
    expect(await demo.mails(ada.user)).toEqual([]);
    expect(await demo.tryPassword(dai.user, NEW_PASSWORD)).toBe('right');
  });

  test('hana resets in Arabic, and her mails are Arabic', async ({ another, demo }) => {
    const reset = await another({ language: 'ar' });
    await reset.begin(hana);
    await expect(reset.page.locator('html')).toHaveAttribute('dir', 'rtl');
    await reset.askForCode(hana.recovery);
    const mail = await demo.mail(hana.recovery);
    expect(mail.text).toContain(text('ar', 'email-code-title'));
    expect(mail.html).toContain('dir="rtl"');
    await reset.submitCode(mail.code ?? '');
    await reset.isAt('reset-password-title', '/reset/password');
    await reset.setPassword('مفتاح قمر سبعة عشر');
    await reset.isAt('reset-done-title', '/reset/done');
    const told = await demo.mail(hana.recovery, 2);
    expect(told.text).toContain(text('ar', 'email-reset-title'));
    expect(await demo.tryPassword(hana.user, 'مفتاح قمر سبعة عشر')).toBe('right');
  });

  test('hana’s mails are Arabic even if her browser is not', async ({ reset, demo }) => {
    await reset.begin(hana);
    await reset.askForCode(hana.recovery);
    const mail = await demo.mail(hana.recovery);
    expect(mail.text).toContain(text('ar', 'email-code-title'));
  });
});

test.describe('where texts are off', () => {
  test.use({ overrides: `${EASY}[methods.sms]\nenabled = false\n` });

  test('hana, with one class too few, gets the reason in Arabic', async ({ reset, demo }) => {
    await reset.begin(hana);
    await reset.askForCode(hana.recovery);
    const mail = await demo.mail(hana.recovery);
    expect(mail.text).toContain(text('ar', 'email-refused-too-few-methods'));
    expect(mail.code).toBeNull();
  });
});

test('cleo, for whom reset is not opened, gets the reason as a text where she asks for one', async ({ reset, demo }) => {
  await reset.begin(cleo);
  await reset.askForText(cleo.mobile);
  const message = await demo.mail(cleo.mobile);
  expect(message.code).toBeNull();
  expect(message.text).toContain('Contoso');
  await codesFail(reset);
});

test('after a reset both mailboxes of ada are told, and nobody else', async ({ reset, demo }) => {
  await reset.proveAll(ada);
  await reset.setPassword();
  await reset.isAt('reset-done-title');
  for (const address of [ada.recovery, ada.user]) {
    await expect
      .poll(async () => (await demo.mails(address)).some((mail) => mail.text.includes(text('en', 'email-reset-title'))))
      .toBe(true);
  }
  expect(await demo.mails(kim.user)).toEqual([]);
});

/** What a screen says, without what the person has typed. */
async function words(reset: Reset, person: Person): Promise<string> {
  const snapshot = await reset.page.locator('body').ariaSnapshot();
  return snapshot.replaceAll(person.user, 'user').replaceAll(person.recovery, 'recovery').replace(/\d+ seconds?/g, 'seconds');
}

async function story(reset: Reset, person: Person): Promise<string[]> {
  const told: string[] = [];
  const note = async () => told.push(`${new URL(reset.page.url()).pathname} ${await words(reset, person)}`);
  await reset.begin(person);
  await note();
  await reset.choose('authenticator');
  await reset.isAt('reset-authenticator-title');
  await note();
  await reset.submitCode('000000');
  await expect(reset.summary).toBeFocused();
  await note();
  await reset.link('reset-code-other').click();
  await reset.askForCode(person.recovery);
  await note();
  await reset.submitCode('000000');
  await expect(reset.summary).toBeFocused();
  await note();
  const cookies = await reset.page.context().cookies();
  told.push(cookies.map(({ name, httpOnly, sameSite, secure }) => JSON.stringify({ name, httpOnly, sameSite, secure })).join());
  return told;
}

test('until the first proof nobody’s screens differ: ada, bo, cleo, fay, gus and nobody at all', async ({ another }) => {
  const expected = await story(await another(), ada);
  for (const person of [bo, cleo, fay, gus, nobody]) {
    expect(await story(await another(), person)).toEqual(expected);
  }
});
