// The screens of a reset, found the way people find things: by role and by label.

import { type Locator, type Page, expect } from '@playwright/test';

import type { Demo } from '../fixtures/demo.ts';
import { NEW_PASSWORD, type Person } from '../fixtures/people.ts';
import { type Args, type Locale, text } from '../fixtures/texts.ts';

export type Method = 'email' | 'sms' | 'authenticator';

/** The door: to a new password, or to unlocking only. */
export type Door = '/reset' | '/unlock';

export class Reset {
  constructor(
    readonly page: Page,
    readonly demo: Demo,
    public locale: Locale = 'en',
  ) {}

  /** A text in the language of the page. */
  t(id: string, args?: Args): string {
    return text(this.locale, id, args);
  }

  // Where we are

  heading(id: string, args?: Args): Locator {
    return this.page.getByRole('heading', { level: 1, name: this.t(id, args), exact: true });
  }

  /** Waits for a screen, which its heading, its title and its address name. */
  async isAt(heading: string, path?: string): Promise<void> {
    await expect(this.heading(heading)).toBeVisible();
    await expect(this.page).toHaveTitle(
      this.t('common-page-title', { page: this.t(heading), organisation: 'Contoso' }),
    );
    if (path !== undefined) await expect(this.page).toHaveURL(path);
  }

  async open(path = '/reset'): Promise<void> {
    await this.page.goto(path);
  }

  // Parts of every page

  button(id: string, args?: Args): Locator {
    return this.page.getByRole('button', { name: this.t(id, args), exact: true });
  }

  link(id: string, args?: Args): Locator {
    return this.page.getByRole('link', { name: this.t(id, args), exact: true });
  }

  field(id: string): Locator {
    return this.page.getByLabel(this.t(`${id}.label`), { exact: true });
  }

  said(id: string, args?: Args): Locator {
    return this.page.getByText(this.t(id, args), { exact: true });
  }

  /** The help desk, wherever the page shows it. */
  get desks(): Locator {
    return this.page.getByText(this.t('common-help-desk'), { exact: true }).filter({ visible: true });
  }

  /** The code that the help desk is told. */
  supportCode(code: string): Locator {
    return this.page.getByRole('main').getByText(`${this.t('common-support-code')} ${code}`);
  }

  get languages(): Locator {
    return this.page.getByRole('combobox');
  }

  /** The page of the help desk, and the line at the foot. */
  get helpDesk(): Locator {
    return this.page.getByRole('contentinfo').getByText(this.t('common-help-desk'));
  }

  get summary(): Locator {
    return this.page.getByRole('alert').filter({ has: this.page.getByRole('heading') });
  }

  get dialog(): Locator {
    return this.page.getByRole('dialog', { name: this.t('common-time-title'), exact: true });
  }

  async speak(locale: Locale): Promise<void> {
    await this.languages.selectOption(locale);
    this.locale = locale;
    await expect(this.page.locator('html')).toHaveAttribute('lang', locale);
  }

  // Steps

  get identifier(): Locator {
    return this.field('reset-identify-user');
  }

  async identify(person: Person | string): Promise<void> {
    await this.identifier.fill(typeof person === 'string' ? person : person.user);
    await this.button('reset-identify-continue').click();
  }

  /** Starts a reset, or an unlocking, and comes to the choice of methods. */
  async begin(person: Person | string, door: Door = '/reset'): Promise<void> {
    await this.open(door);
    await this.identify(person);
    await this.isAt('reset-method-title', '/reset/method');
  }

  choice(method: Method): Locator {
    const { name, hint } = { name: `reset-method-${method}`, hint: `reset-method-${method}.hint` };
    return this.page.getByRole('button', { name: `${this.t(name)} ${this.t(hint)}`, exact: true });
  }

  async choose(method: Method): Promise<void> {
    await this.choice(method).click();
  }

  get target(): Locator {
    return this.field('reset-email-target');
  }

  get number(): Locator {
    return this.field('reset-sms-target');
  }

  async sendTo(address: string): Promise<void> {
    await this.target.fill(address);
    await this.button('reset-email-send').click();
  }

  /** Has a code sent, from the choice of methods. */
  async askForCode(address: string): Promise<void> {
    await this.choose('email');
    await this.isAt('reset-email-title', '/reset/email');
    await this.sendTo(address);
    await this.isAt('reset-code-title', '/reset/code');
  }

  async textTo(number: string): Promise<void> {
    await this.number.fill(number);
    await this.button('reset-sms-send').click();
  }

  /** Has a code sent as a text message, from the choice of methods. */
  async askForText(number: string): Promise<void> {
    await this.choose('sms');
    await this.isAt('reset-sms-title', '/reset/sms');
    await this.textTo(number);
    await this.isAt('reset-code-sms-title', '/reset/code');
  }

  get code(): Locator {
    return this.field('reset-code-field');
  }

  async submitCode(code: string): Promise<void> {
    await this.code.fill(code);
    await this.button('reset-code-continue').click();
  }

  /** Passes the mail's gate, from the choice of methods. */
  async proveByMail(person: Person, count = 1): Promise<void> {
    await this.askForCode(person.recovery);
    await this.submitCode(await this.demo.code(person.recovery, count));
  }

  /** Passes the text message's gate, from the choice of methods. */
  async proveByText(person: Person, count = 1): Promise<void> {
    await this.askForText(person.mobile);
    await this.submitCode(await this.demo.code(person.mobile, count));
  }

  /** Passes a gate, from the choice of methods. */
  async prove(person: Person, method: Method): Promise<void> {
    if (method === 'email') await this.proveByMail(person);
    else if (method === 'sms') await this.proveByText(person);
    else await this.proveByApp(person);
  }

  /** Passes both gates, from the choice of methods. */
  async proveBoth(person: Person, [first, second]: readonly [Method, Method]): Promise<void> {
    await this.prove(person, first);
    await this.isAt('reset-method-title-next', '/reset/method');
    await this.prove(person, second);
  }

  /** Passes the authenticator's gate, from the choice of methods. */
  async proveByApp(person: Person): Promise<void> {
    await this.choose('authenticator');
    await this.isAt('reset-authenticator-title', '/reset/authenticator');
    await this.submitCode(await this.demo.totp(person.user));
  }

  get password(): Locator {
    return this.field('reset-password-field');
  }

  async setPassword(password: string = NEW_PASSWORD): Promise<void> {
    await this.password.fill(password);
    await this.button('reset-password-save').click();
  }

  /** Everything up to the new password, for somebody with both methods. */
  async proveAll(person: Person): Promise<void> {
    await this.begin(person);
    await this.proveByMail(person);
    await this.isAt('reset-method-title-next', '/reset/method');
    await this.proveByApp(person);
    await this.isAt('reset-password-title', '/reset/password');
  }
}
