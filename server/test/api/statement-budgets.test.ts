import { beforeEach, describe, expect, it } from 'vitest';
import { startTestApp, type Browser } from '../harness/app.js';
import { countStatements } from '../harness/count-statements.js';
import { makeTenant } from '../harness/tenants.js';
import { activate, activationMail, submit } from '../registration/sign-up.js';

/**
 * Statements of one call in the steady state, without what opens and ends transactions: each is a
 * round trip. The figures are those of docs/performance.md.
 */
const asked = countStatements();
const app = await startTestApp();
const tenant = await makeTenant(app);

/** How many statements, and in how many transactions. */
const cost = () => {
  const { statements, transactions } = asked.ofCall();
  return { statements: statements.length, transactions };
};

describe('reading', () => {
  const twice = async (browser: Browser, query: string): Promise<void> => {
    await browser.data(query);
    await browser.data(query);
  };

  it('the sign-up page asks nothing of the database', async () => {
    await twice(
      app.browser(tenant.host, asked.headers),
      '{ signUpPage { tenantName signUpFields { name } captcha { provider } } }',
    );
    expect(cost()).toEqual({ statements: 0, transactions: 0 });
  });

  it('a list of 100 users with their roles takes two statements', async () => {
    const administrator = app.browser('localhost', asked.headers);
    for (const [name, value] of tenant.admin.cookies) administrator.cookies.set(name, value);
    await twice(administrator, '{ users(first: 100) { nodes { id email roles { id name } } } }');
    expect(cost()).toEqual({ statements: 2, transactions: 1 });
  });
});

describe('signing up', () => {
  let browser: Browser;
  beforeEach(() => (browser = app.browser(tenant.host, asked.headers)));

  it('registers with few round trips', async () => {
    await submit(browser, { email: 'ada@example.com' });
    expect(cost()).toEqual({ statements: 8, transactions: 2 });
  });

  it('activates with few round trips', async () => {
    await submit(browser, { email: 'grace@example.com' });
    const { secret } = await activationMail(app, 'grace@example.com');
    await activate(browser, { secret });
    expect(cost()).toEqual({ statements: 23, transactions: 3 });
  });
});
