// Every pair of methods opens the way to a new password, in either order.

import { expect, test } from '../fixtures/index.ts';
import { NEW_PASSWORD, ada } from '../fixtures/people.ts';
import type { Method } from '../pages/reset.ts';

const PAIRS: readonly (readonly [Method, Method])[] = [
  ['authenticator', 'email'],
  ['email', 'authenticator'],
  ['authenticator', 'sms'],
  ['sms', 'authenticator'],
  ['email', 'sms'],
  ['sms', 'email'],
];

for (const pair of PAIRS) {
  test(`${pair.join(' and ')} together are enough`, async ({ reset, demo }) => {
    await reset.begin(ada);
    await reset.prove(ada, pair[0]);
    await reset.isAt('reset-method-title-next', '/reset/method');
    await expect(reset.said('common-step', { current: 3, total: 4 })).toBeVisible();
    await expect(reset.choice(pair[0])).toHaveCount(0);
    // One proof is not enough, whatever the address says.
    await reset.open('/reset/password');
    await reset.isAt('reset-method-title-next', '/reset/method');
    await reset.prove(ada, pair[1]);
    await reset.isAt('reset-password-title', '/reset/password');
    await reset.setPassword();
    await reset.isAt('reset-done-title', '/reset/done');
    expect(await demo.tryPassword(ada.user, NEW_PASSWORD)).toBe('right');
  });
}
