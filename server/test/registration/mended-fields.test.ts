import { beforeAll, expect, it } from 'vitest';
import { startTestApp, type Browser, type TestApp } from '../harness/app.js';
import { makeTenant, type TestTenant } from '../harness/tenants.js';
import { registerAndActivate, type UserError } from './sign-up.js';

let app: TestApp;
let tenant: TestTenant;
let admin: Browser;

beforeAll(async () => {
  app = await startTestApp();
  tenant = await makeTenant(app);
  ({ admin } = tenant);
});

it('what people entered is mended later by who may write them, by the same rules', async () => {
  const browser = app.browser(tenant.host);
  await registerAndActivate(app, browser, 'cy@fields.example');
  const { me } = await browser.data<{ me: { user: { id: string; customer: { id: string } } } }>(
    '{ me { user { id customer { id } } } }',
  );
  const { id } = me.user;
  const mend = (by: Browser, user: object, customer: object) =>
    by.data<Record<string, { userErrors: UserError[]; user?: object; customer?: object }>>(
      `mutation ($id: ID!, $user: UpdateUserInput!, $of: ID!, $customer: UpdateCustomerInput!) {
         updateUser(id: $id, input: $user) { user { phone } userErrors { field code } }
         updateCustomer(id: $of, input: $customer) {
           customer { country city zip } userErrors { field code } } }`,
      { id, user, of: me.user.customer.id, customer },
    );
  const none: UserError[] = [];
  expect(await mend(admin, { phone: '030 1234' }, { country: 'DE', city: ' Berlin ' })).toEqual({
    updateUser: { user: { phone: '030 1234' }, userErrors: none },
    updateCustomer: { customer: { country: 'DE', city: 'Berlin', zip: null }, userErrors: none },
  });
  const long = 'x'.repeat(256);
  expect(await mend(browser, { phone: 'none' }, { country: 'XX', zip: long })).toEqual({
    updateUser: {
      user: null,
      userErrors: [{ field: ['input', 'phone'], code: 'INVALID_PHONE' }],
    },
    updateCustomer: {
      customer: null,
      userErrors: [
        { field: ['input', 'country'], code: 'INVALID_CHOICE' },
        { field: ['input', 'zip'], code: 'TOO_LONG' },
      ],
    },
  });
  const profile = `mutation ($input: UpdateProfileInput!) {
    updateProfile(input: $input) { user { phone } userErrors { field code } } }`;
  expect(await browser.data(profile, { input: { phone: null } })).toEqual({
    updateProfile: { user: { phone: null }, userErrors: [] },
  });
});
