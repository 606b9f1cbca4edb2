import type { Page, Route } from '@playwright/test';

import { expect, test } from '../fixtures/index.ts';
import { ada } from '../fixtures/people.ts';
import type { Reset } from '../pages/reset.ts';

const WASM = '**/*.wasm';

/** Holds back the WebAssembly until it is told to let it go. */
async function hold(page: Page): Promise<() => Promise<void>> {
  let letGo = () => {};
  const gate = new Promise<void>((resolve) => {
    letGo = resolve;
  });
  await page.route(WASM, async (route: Route) => {
    await gate;
    await route.continue();
  });
  return async () => {
    letGo();
    await hasStarted(page);
  };
}

async function hasStarted(page: Page): Promise<void> {
  await expect(page.locator('html')).toHaveAttribute('data-started');
}

/** The page could not start: it says so, with the help desk, and never looks empty. */
async function isUnavailable(reset: Reset, timeout: number): Promise<void> {
  const said = reset.page.getByRole('alert');
  await expect(said.getByRole('heading', { name: reset.t('common-unavailable-title') })).toBeVisible({ timeout });
  await expect(said.getByText(reset.t('common-unavailable-text'))).toBeVisible();
  await expect(said.getByRole('link', { name: '+1 202 555 0199' })).toBeVisible();
  await expect(said.getByRole('link', { name: 'help@contoso.example' })).toBeVisible();
}

test('without JavaScript the page says so and shows the help desk', async ({ another }) => {
  const reset = await another({ javaScriptEnabled: false });
  await reset.open();
  await expect(reset.heading('reset-identify-title')).toBeVisible();
  await expect(reset.said('common-noscript')).toBeVisible();
  await expect(reset.page.getByRole('contentinfo').getByRole('link', { name: 'help@contoso.example' })).toBeVisible();
});

for (const language of ['en', 'ar'] as const) {
  test.describe(`in a browser that speaks ${language}`, () => {
    test.use({ language });

    for (const [what, pattern] of [
      ['the WebAssembly', WASM],
      ['its glue', '**/portal.*.js'],
      ['the texts', '**/a/l10n/*'],
    ] as const) {
      test(`a page whose start fails because ${what} does not come says so within seconds`, async ({
        reset,
        page,
        watch,
      }) => {
        watch.expect(/ERR_FAILED|Failed to fetch|the texts did not come/);
        await page.route(pattern, (route) => route.abort());
        await reset.open();
        await isUnavailable(reset, 3_000);
        await expect(page.getByRole('textbox')).toBeHidden();
      });
    }

    test('a page whose scripts never come says so after some seconds, by its style alone', async ({
      reset,
      page,
      watch,
    }) => {
      watch.expect(/ERR_FAILED/);
      await page.route('**/*.js', (route) => route.abort());
      await reset.open();
      await expect(reset.identifier).toBeVisible();
      await expect(reset.said('common-unavailable-title')).toBeHidden();
      await isUnavailable(reset, 12_000);
    });
  });
}

test('a broken WebAssembly leads to the same words', async ({ reset, page, watch }) => {
  watch.expect(/WebAssembly|CompileError|integrity/i);
  await page.route(WASM, (route) => route.fulfill({ contentType: 'application/wasm', body: 'not a module' }));
  await reset.open();
  await isUnavailable(reset, 3_000);
});

test('the first form can be typed into before the client is there, and keeps text, selection and focus', async ({
  reset,
  page,
}) => {
  const letGo = await hold(page);
  await reset.open();
  await reset.identifier.pressSequentially('adx@demo.example');
  await reset.identifier.evaluate((field: HTMLInputElement) => field.setSelectionRange(2, 3, 'backward'));
  await letGo();
  await expect(reset.identifier).toHaveValue('adx@demo.example');
  await expect(reset.identifier).toBeFocused();
  const selection = await reset.identifier.evaluate((field: HTMLInputElement) => [
    field.selectionStart,
    field.selectionEnd,
    field.selectionDirection,
  ]);
  expect(selection).toEqual([2, 3, 'backward']);
  await page.keyboard.type('a');
  await expect(reset.identifier).toHaveValue(ada.user);
  await page.keyboard.press('Enter');
  await reset.isAt('reset-method-title', '/reset/method');
});

test('a form that is sent before the client is there is sent when it is', async ({ reset, page }) => {
  const letGo = await hold(page);
  await reset.open();
  await reset.identifier.fill(ada.user);
  await page.keyboard.press('Enter');
  await expect(reset.identifier).toHaveValue(ada.user);
  await expect(page).toHaveURL('/reset');
  await letGo();
  await reset.isAt('reset-method-title', '/reset/method');
  await page.goBack();
  await expect(page.getByRole('button', { name: ada.user })).toBeVisible();
});

test('the other way is taken when the client is there, and keeps what was typed', async ({ reset, page }) => {
  const letGo = await hold(page);
  await reset.open();
  await reset.identifier.fill(ada.user);
  await reset.link('reset-unlock-instead').click();
  await expect(page).toHaveURL('/reset');
  await letGo();
  await reset.isAt('reset-unlock-start-title', '/unlock');
  await expect(reset.identifier).toHaveValue(ada.user);
});

test('a language that is chosen before the client is there is spoken when it is', async ({ reset, page }) => {
  const letGo = await hold(page);
  await reset.open();
  await reset.identifier.fill(ada.user);
  await reset.languages.selectOption('ar');
  await letGo();
  reset.locale = 'ar';
  await reset.isAt('reset-identify-title', '/reset');
  await expect(reset.identifier).toHaveValue(ada.user);
});

test('an unfinished composition is not torn away', async ({ reset, page, context }) => {
  const letGo = await hold(page);
  await reset.open();
  await reset.identifier.focus();
  const devtools = await context.newCDPSession(page);
  await devtools.send('Input.imeSetComposition', { text: 'に', selectionStart: 1, selectionEnd: 1 });
  await expect(page.locator('html')).toHaveAttribute('data-composing');
  const started = letGo();
  await page.waitForLoadState('networkidle');
  await expect(page.locator('html')).not.toHaveAttribute('data-started');
  await expect(reset.identifier).toHaveValue('に');
  await devtools.send('Input.insertText', { text: '日' });
  await started;
  await expect(reset.identifier).toHaveValue('日');
  await expect(reset.identifier).toBeFocused();
});

test('the take-over moves nothing on the page', async ({ page, watch }) => {
  watch.expect(/404/);
  for (const path of ['/', '/reset', '/unlock', '/nowhere']) {
    const letGo = await hold(page);
    await page.goto(path);
    const main = page.getByRole('main');
    const before = { said: await main.ariaSnapshot(), box: await main.boundingBox() };
    await letGo();
    expect(await main.ariaSnapshot()).toBe(before.said);
    expect(await main.boundingBox()).toEqual(before.box);
    await page.unroute(WASM);
  }
});

test('the security policy forbids what the page does not need', async ({ page, watch }) => {
  watch.expect(/Content Security Policy/);
  const response = await page.goto('/reset');
  const policy = response?.headers()['content-security-policy'] ?? '';
  expect(policy).toContain("default-src 'none'");
  expect(policy).not.toContain("'unsafe-inline'");
  expect(policy).not.toContain("'unsafe-eval'");
  const ran = await page.evaluate(() => {
    const script = document.createElement('script');
    script.textContent = 'globalThis.ran = true';
    document.body.append(script);
    return 'ran' in globalThis;
  });
  expect(ran).toBe(false);
});

test('another site cannot frame the portal', async ({ page, demo, watch }) => {
  watch.expect(/frame|refused/i);
  await page.route('https://elsewhere.example/', (route) =>
    route.fulfill({ contentType: 'text/html', body: `<iframe src="${demo.origin}/reset"></iframe>` }),
  );
  await page.goto('https://elsewhere.example/');
  await expect(page.frameLocator('iframe').getByRole('textbox')).toHaveCount(0);
});
