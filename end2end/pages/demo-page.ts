// The demonstration's page.

import { type Locator, type Page, expect } from '@playwright/test';

import { type Args, type Locale, text } from '../fixtures/texts.ts';

export class DemoPage {
  constructor(
    readonly page: Page,
    readonly locale: Locale = 'en',
  ) {}

  t(id: string, args?: Args): string {
    return text(this.locale, id, args);
  }

  async open(): Promise<void> {
    await this.page.goto('/demo');
    await expect(this.page.getByRole('heading', { level: 1, name: this.t('demo-title') })).toBeVisible();
  }

  /** Tries a password as a sign-in would. */
  async tryPassword(user: string, password: string): Promise<void> {
    const box = this.page.getByRole('region', { name: this.t('demo-try-title') });
    await box.getByLabel(this.t('demo-try-account.label')).fill(user);
    await box.getByLabel(this.t('demo-try-password.label')).fill(password);
    await box.getByRole('button', { name: this.t('demo-try-submit') }).click();
  }

  said(id: string): Locator {
    return this.page.getByRole('status').getByText(this.t(id));
  }
}
