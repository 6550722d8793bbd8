import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { startTestApp, type TestApp } from '../harness/app.js';
import { makeTenant, type TestTenant } from '../harness/tenants.js';
import { activation, activationMail, noCaptcha, register } from './sign-up.js';

interface Day {
  date: string;
  registered: number;
  activated: number;
}

const QUERY = `query ($days: Int!) {
  registrationsOverTime(days: $days) { date registered activated }
}`;

let app: TestApp;
let tenant: TestTenant;

beforeAll(async () => {
  app = await startTestApp();
});
beforeEach(async () => {
  tenant = await makeTenant(app, noCaptcha);
});

describe('registrations over time', () => {
  it('names every day up to today, with who registered and who activated', async () => {
    const browser = app.browser(tenant.host);
    await register(browser, { email: 'ada@people.example' });
    await register(browser, { email: 'alan@people.example' });
    const { secret } = await activationMail(app, 'alan@people.example');
    expect(await activation(browser, { secret })).toBe('activated');

    const { data } = await tenant.admin.graphql<{ registrationsOverTime: Day[] }>(QUERY, { days: 7 });
    const days = data?.registrationsOverTime ?? [];
    expect(days).toHaveLength(7);
    const today = new Date().toISOString().slice(0, 10);
    expect(days.at(-1)).toEqual({
      ...{ date: `${today}T00:00:00.000Z`, registered: 2, activated: 1 },
    });
    expect(days.slice(0, -1).every(({ registered }) => registered === 0)).toBe(true);
  });

  it.each([6, 366])('does not go back %i days', async (days) => {
    const { errors } = await tenant.admin.graphql(QUERY, { days });
    expect(errors[0]).toMatchObject({ extensions: { code: 'BAD_USER_INPUT' } });
  });
});
