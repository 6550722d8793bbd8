import { expect, it } from 'vitest';
import { startTestApp } from '../harness/app.js';
import { countStatements } from '../harness/count-statements.js';
import { makeTenant } from '../harness/tenants.js';

/** Statements of one call in the steady state: shared figures with docs/performance.md. */
const asked = countStatements();
const app = await startTestApp();
const tenant = await makeTenant(app);
const stranger = app.browser(tenant.host, asked.headers);

it('the sign-up page is answered from memory', async () => {
  const page = '{ signUpPage { tenantName signUpFields { name } captcha { provider } } }';
  await stranger.data(page);
  await stranger.data(page);
  expect(asked.ofCall()).toEqual({ statements: [], transactions: 0 });
});
