import { EASY, expect, test } from '../fixtures/index.ts';
import { ada, hana } from '../fixtures/people.ts';
import { text } from '../fixtures/texts.ts';

test('a code in a text message passes a gate', async ({ reset, demo }) => {
  await reset.begin(ada);
  await reset.askForText(ada.mobile);
  await expect(reset.page.getByText(ada.mobile)).toBeVisible();
  await expect(reset.page.getByText(reset.t('reset-code-sms-sent', { number: 1 }))).toBeVisible();
  await expect(reset.said('reset-code-sms-valid', { minutes: 5 })).toBeVisible();
  const message = await demo.mail(ada.mobile);
  expect(message.channel).toBe('sms');
  await reset.submitCode(message.code ?? '');
  await reset.isAt('reset-method-title-next', '/reset/method');
  await expect(reset.choice('sms')).toHaveCount(0);
  expect(await demo.mails(ada.recovery)).toEqual([]);
});

test('the code fills itself in only on this portal: the last line names it', async ({ reset, demo }) => {
  await reset.begin(ada);
  await reset.askForText(ada.mobile);
  const { text: said, code } = await demo.mail(ada.mobile);
  expect(said.trimEnd().split('\n').at(-1)).toBe(`@localhost #${code}`);
  await expect(reset.code).toHaveAttribute('autocomplete', 'one-time-code');
});

test('the field asks for the right keyboard, and is written from left to right', async ({ reset }) => {
  await reset.begin(ada);
  await reset.choose('sms');
  for (const [name, value] of [
    ['type', 'tel'],
    ['inputmode', 'tel'],
    ['autocomplete', 'tel'],
    ['dir', 'ltr'],
  ] as const) {
    await expect(reset.number).toHaveAttribute(name, value);
  }
  await expect(reset.number).toHaveAccessibleDescription(
    reset.t('reset-sms-target.hint', { example: '+1 202 555 0101' }),
  );
});

for (const typed of ['+1 202 555 0101', '(202) 555-0101', '001-202-555-0101'.replace('001', '011 1'), '+١٢٠٢٥٥٥٠١٠١']) {
  test(`the number can be typed as ${typed}`, async ({ reset, demo }) => {
    await reset.begin(ada);
    await reset.askForText(typed);
    await expect(reset.page.getByText(typed)).toBeVisible();
    await reset.submitCode(await demo.code(ada.mobile));
    await reset.isAt('reset-method-title-next', '/reset/method');
  });
}

test('what is no number is put right in the form', async ({ reset }) => {
  await reset.begin(ada);
  await reset.choose('sms');
  await reset.textTo('');
  await expect(reset.summary).toBeFocused();
  await expect(reset.summary.getByRole('link', { name: reset.t('reset-sms-target-missing') })).toBeVisible();
  await reset.textTo('my telephone');
  const words = reset.t('violation-field-not-a-phone-number', { example: '+1 202 555 0101' });
  await expect(reset.summary.getByRole('link', { name: words })).toBeVisible();
  await expect(reset.number).toHaveAttribute('aria-invalid', 'true');
  await expect(reset.number).toHaveValue('my telephone');
});

test('a wrong number gets nothing and can be changed, and the right one gets the code', async ({ reset, demo }) => {
  await reset.begin(ada);
  await reset.askForText('+12025550199');
  await reset.link('reset-code-change').click();
  await reset.isAt('reset-sms-title', '/reset/sms');
  await expect(reset.number).toHaveValue('+12025550199');
  await reset.textTo(ada.mobile);
  await reset.isAt('reset-code-sms-title', '/reset/code');
  await reset.submitCode(await demo.code(ada.mobile));
  await reset.isAt('reset-method-title-next');
  expect(await demo.mails('+12025550199')).toEqual([]);
});

test('address and number are not mixed up', async ({ reset }) => {
  await reset.begin(ada);
  await reset.askForText(ada.mobile);
  await reset.link('reset-code-other').click();
  await reset.choose('email');
  await reset.isAt('reset-email-title', '/reset/email');
  await expect(reset.target).toHaveValue('');
  await reset.page.goBack();
  await reset.choose('sms');
  await reset.isAt('reset-code-sms-title', '/reset/code');
  await expect(reset.page.getByText(ada.mobile)).toBeVisible();
  await reset.page.reload();
  await reset.isAt('reset-code-sms-title', '/reset/code');
});

test('the reasons are those of a text message', async ({ reset }) => {
  await reset.begin(ada);
  await reset.askForText(ada.mobile);
  await reset.said('reset-code-why').click();
  for (const reason of ['reset-code-sms-why-signal', 'reset-code-sms-why-number', 'reset-code-sms-why-blocked']) {
    await expect(reset.said(reason)).toBeVisible();
  }
  await expect(reset.said('reset-code-why-mailbox')).toHaveCount(0);
});

test('another text can be sent after half a minute, and replaces the one before', async ({ reset, demo, page }) => {
  await page.clock.install();
  await reset.begin(ada);
  await reset.askForText(ada.mobile);
  const first = await demo.code(ada.mobile);
  await page.clock.fastForward(31_000);
  await demo.advance(31);
  await reset.button('reset-code-resend').click();
  await expect(reset.said('reset-code-hint', { digits: 6, number: 2 })).toBeVisible();
  const second = await demo.code(ada.mobile, 2);
  await reset.submitCode(first);
  await expect(reset.summary).toBeFocused();
  await reset.submitCode(second);
  await reset.isAt('reset-method-title-next');
});

test('a code that has ended says so after a reload', async ({ reset, demo }) => {
  await reset.begin(ada);
  await reset.askForText(ada.mobile);
  await demo.mail(ada.mobile);
  await demo.advance(301);
  await reset.page.reload();
  await reset.isAt('reset-method-title', '/reset/method');
  await expect(reset.page.getByRole('main').getByText(reset.t('reset-code-ended'))).toBeVisible();
  await reset.choose('sms');
  await reset.isAt('reset-sms-title', '/reset/sms');
});

test.describe('in a browser that speaks Arabic', () => {
  test.use({ language: 'ar' });

  test('hana gets Arabic texts on an Arabic page', async ({ reset, demo }) => {
    await reset.begin(hana);
    await reset.askForText(hana.mobile);
    await expect(reset.page.locator('html')).toHaveAttribute('dir', 'rtl');
    const message = await demo.mail(hana.mobile);
    const sentence = text('ar', 'sms-code-reset', { number: 1, organisation: 'Contoso', minutes: 5 });
    expect(message.text.replace(/[\u2066-\u2069]/g, '')).toContain(sentence.replace(/[\u2066-\u2069]/g, ''));
    await reset.submitCode(message.code ?? '');
    await reset.isAt('reset-method-title-next');
  });
});

test.describe('where texts are off', () => {
  test.use({ overrides: `${EASY}[methods.sms]\nenabled = false\n` });

  test('they are not offered, and their page leads to what is', async ({ reset }) => {
    await reset.begin(ada);
    await expect(reset.choice('email')).toBeVisible();
    await expect(reset.choice('sms')).toHaveCount(0);
    await reset.open('/reset/sms');
    await reset.isAt('reset-method-title', '/reset/method');
  });
});
