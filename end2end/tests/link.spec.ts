import { expect, test } from '../fixtures/index.ts';
import { ada } from '../fixtures/people.ts';
import { Reset } from '../pages/reset.ts';

test('the mailed link shows a button in the same browser, and only the button completes the gate', async ({
  reset,
  demo,
  context,
}) => {
  await reset.begin(ada);
  await reset.askForCode(ada.recovery);
  const link = await demo.link(ada.recovery);

  const opened = new Reset(await context.newPage(), demo);
  await opened.open(link);
  await opened.isAt('reset-link-here-title', '/reset/link');

  // Opening it has done nothing: this page is still where it was, after asking the server.
  await reset.page.reload();
  await reset.isAt('reset-code-title', '/reset/code');

  await opened.button('reset-link-continue').click();
  await opened.isAt('reset-method-title-next', '/reset/method');
  await opened.proveByApp(ada);
  await opened.isAt('reset-password-title', '/reset/password');
});

test('the first tab goes on where the link has led, even if the code is typed there afterwards', async ({
  reset,
  demo,
  context,
}) => {
  await reset.begin(ada);
  await reset.askForCode(ada.recovery);
  const code = await demo.code(ada.recovery);
  const opened = new Reset(await context.newPage(), demo);
  await opened.open(await demo.link(ada.recovery));
  await opened.button('reset-link-continue').click();
  await opened.isAt('reset-method-title-next');

  await reset.submitCode(code);
  await reset.isAt('reset-method-title-next', '/reset/method');
});

test('a mailed link opened in another browser consumes nothing and leads back to the code', async ({
  reset,
  demo,
  another,
}) => {
  await reset.begin(ada);
  await reset.askForCode(ada.recovery);
  const mail = await demo.mail(ada.recovery);

  const elsewhere = await another();
  await elsewhere.open(mail.link ?? '');
  await elsewhere.isAt('reset-link-elsewhere-title', '/reset/link');
  await expect(elsewhere.said('reset-link-elsewhere-lead')).toBeVisible();
  await expect(elsewhere.link('reset-link-elsewhere-start')).toBeVisible();
  await expect(elsewhere.button('reset-link-continue')).toHaveCount(0);

  await reset.submitCode(mail.code ?? '');
  await reset.isAt('reset-method-title-next', '/reset/method');
});

test('in another browser with a reset of its own the link leads back as well, and that reset stays', async ({
  reset,
  demo,
  another,
}) => {
  await reset.begin(ada);
  await reset.askForCode(ada.recovery);
  const elsewhere = await another();
  await elsewhere.begin('somebody else');
  await elsewhere.open(await demo.link(ada.recovery));
  await elsewhere.isAt('reset-link-elsewhere-title');
  await elsewhere.open('/reset/method');
  await elsewhere.isAt('reset-method-title', '/reset/method');
});

test('programs that only fetch the link consume nothing', async ({ reset, demo }) => {
  await reset.begin(ada);
  await reset.askForCode(ada.recovery);
  const mail = await demo.mail(ada.recovery);
  for (const method of ['HEAD', 'GET', 'HEAD', 'GET']) {
    const response = await fetch(mail.link ?? '', { method });
    expect(response.status).toBe(200);
  }
  await reset.submitCode(mail.code ?? '');
  await reset.isAt('reset-method-title-next');
});

test('a link that was used says so and leads on with the reset', async ({ reset, demo, context }) => {
  await reset.begin(ada);
  await reset.proveByMail(ada);
  await reset.isAt('reset-method-title-next');

  const opened = new Reset(await context.newPage(), demo);
  await opened.open(await demo.link(ada.recovery));
  await opened.isAt('reset-link-spent-title', '/reset/link');
  await opened.button('reset-link-spent-again').click();
  await opened.isAt('reset-method-title-next', '/reset/method');
});

test('a link whose time is over says so', async ({ reset, demo, context }) => {
  await reset.begin(ada);
  await reset.askForCode(ada.recovery);
  const link = await demo.link(ada.recovery);
  await demo.advance(601);
  const opened = new Reset(await context.newPage(), demo);
  await opened.open(link);
  await opened.isAt('reset-link-spent-title');
});

test('an address without its link says that it is not complete', async ({ reset }) => {
  await reset.open('/reset/link');
  await reset.isAt('reset-link-missing-title', '/reset/link');
  await reset.link('reset-link-elsewhere-start').click();
  await reset.isAt('reset-identify-title', '/reset');
});

test('the token of a link leaves the address bar and never travels in an address', async ({
  reset,
  demo,
  context,
}) => {
  await reset.begin(ada);
  await reset.askForCode(ada.recovery);
  const link = await demo.link(ada.recovery);
  const token = new URL(link).hash.slice(1);
  expect(token.length).toBeGreaterThan(30);

  const asked: string[] = [];
  context.on('request', (request) => {
    const { origin, pathname, search } = new URL(request.url());
    asked.push(origin + pathname + search, request.headers().referer ?? '');
  });
  const page = await context.newPage();
  const opened = new Reset(page, demo);
  await opened.open(link);
  await opened.isAt('reset-link-here-title');
  expect(page.url()).toBe(`${demo.origin}/reset/link`);
  await opened.button('reset-link-continue').click();
  await opened.isAt('reset-method-title-next');

  expect(asked.filter((address) => address.includes(token))).toEqual([]);
  await page.goBack();
  await page.goForward();
  expect(page.url()).not.toContain(token);
  expect(await page.evaluate(() => JSON.stringify([{ ...localStorage }, { ...sessionStorage }, document.cookie, history.state]))).not.toContain(token);
});
