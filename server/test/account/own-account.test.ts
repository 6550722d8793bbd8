import { beforeAll, describe, expect, it } from 'vitest';
import { startTestApp, type Browser, type TestApp } from '../harness/app.js';
import { makeTenant, signIn, type TestTenant } from '../harness/tenants.js';
import { makeDocument, publish } from '../legal/legal-api.js';
import { updatePage } from '../registration/administrator.js';
import { goodPassword, registerAndActivate } from '../registration/sign-up.js';
import { openStoredRows, type StoredRows } from '../registration/stored-rows.js';

let app: TestApp;
let tenant: TestTenant;
let stored: StoredRows;
beforeAll(async () => {
  app = await startTestApp();
  tenant = await makeTenant(app);
  stored = await openStoredRows(app);
});

const becomeCustomer = async (email: string, more: Record<string, unknown> = {}) => {
  const browser = app.browser(tenant.host);
  await registerAndActivate(app, browser, email, more);
  return browser;
};

const addDevice = async (by: Browser, name: string): Promise<string> => {
  const { createDevice } = await by.data<{ createDevice: { device: { id: string } } }>(
    'mutation ($input: CreateDeviceInput!) { createDevice(input: $input) { device { id } } }',
    { input: { name, attributes: { room: 'attic' } } },
  );
  return createDevice.device.id;
};

const exportMine = async (by: Browser): Promise<Record<string, unknown>> => {
  const { myData } = await by.data<{ myData: { content: string } }>('{ myData { content } }');
  return JSON.parse(myData.content) as Record<string, unknown>;
};

const deleteMine = async (by: Browser, password = goodPassword): Promise<string> => {
  const { data, errors } = await by.graphql<{
    deleteMyAccount: { deleted: boolean; userErrors: { code: string }[] };
  }>(
    `mutation ($input: DeleteMyAccountInput!) {
       deleteMyAccount(input: $input) { deleted userErrors { field code } }
     }`,
    { input: { password } },
  );
  if (data?.deleteMyAccount.deleted) return 'deleted';
  const codes = [
    ...errors.map(({ extensions }) => extensions.code),
    ...(data?.deleteMyAccount.userErrors ?? []).map(({ code }) => code),
  ];
  return codes.join(' ');
};

const idsOf = async (by: Browser): Promise<{ userId: string; customerId: string }> => {
  const { me, customers } = await by.data<{
    me: { user: { id: string } };
    customers: { nodes: { id: string }[] };
  }>('{ me { user { id } } customers { nodes { id } } }');
  return { userId: me.user.id, customerId: customers.nodes[0]?.id ?? '' };
};

const rowsWith = async (table: string, column: string, value: string): Promise<number> =>
  (await stored.select(`select 1 from ${table} where ${column} = $1`, [value])).length;

describe('my data', () => {
  it('is all that is kept of the person and what is theirs, and nothing secret', async () => {
    const ann = await becomeCustomer('ann@example.com', { firstName: 'Ann' });
    const bob = await becomeCustomer('bob@example.com');
    await addDevice(ann, 'Kiln');
    await addDevice(bob, 'Boat');
    await ann.data('mutation { createDashboard(input: { title: "Mine" }) { dashboard { id } } }');
    const data = await exportMine(ann);
    expect(data).toMatchObject({
      account: { email: 'ann@example.com', firstName: 'Ann' },
      registrations: [{ email: 'ann@example.com', state: 'ACTIVATED' }],
      consents: [],
      devices: [{ name: 'Kiln', attributes: { room: 'attic' } }],
      assets: [],
      dashboards: [{ title: 'Mine', widgets: [] }],
    });
    expect(data['sessions']).toHaveLength(1);
    const text = JSON.stringify(data);
    expect(text).not.toMatch(/argon2|hash|secret|Boat|bob@/i);
  });

  it('is for the person alone: neither for administrators nor for who signed in as somebody', async () => {
    const { errors } = await tenant.admin.graphql('{ myData { content } }');
    expect(errors.map(({ extensions }) => extensions.code)).toEqual(['FORBIDDEN']);
    const eve = await becomeCustomer('eve@example.com');
    const { userId } = await idsOf(eve);
    const admin = app.browser();
    await signIn(admin, tenant.administrator.email, tenant.administrator.password);
    await admin.data(`mutation { signInAs(id: "${userId}") { userErrors { code } } }`);
    const asEve = await admin.graphql('{ myData { content } }');
    expect(asEve.errors.map(({ extensions }) => extensions.code)).toEqual(['FORBIDDEN']);
    expect(await deleteMine(admin)).toBe('FORBIDDEN');
  });
});

describe('deleting the own account', () => {
  it('asks for the password', async () => {
    const carl = await becomeCustomer('carl@example.com');
    expect(await deleteMine(carl, 'a wrong one of good length')).toBe('PASSWORD_WRONG');
    expect((await exportMine(carl))['account']).toMatchObject({ email: 'carl@example.com' });
  });

  it('takes the customer of its last person along, with all that it owns', async () => {
    const dora = await becomeCustomer('dora@example.com');
    const { userId, customerId } = await idsOf(dora);
    const device = await addDevice(dora, 'Kiln');
    expect(await deleteMine(dora)).toBe('deleted');
    for (const [table, column, value] of [
      ['users', 'id', userId],
      ['customers', 'id', customerId],
      ['devices', 'id', device],
      ['registrations', 'email', 'dora@example.com'],
      ['mail_messages', 'recipient', 'dora@example.com'],
      ['sessions', 'user_id', userId],
    ] as const) {
      expect(await rowsWith(table, column, value), table).toBe(0);
    }
    const { me } = await dora.data<{ me: null }>('{ me { user { id } } }');
    expect(me).toBeNull();
    // The mail that welcomed the first account.
    await app.mails.next('dora@example.com');
    await becomeCustomer('dora@example.com');
  });

  it('leaves the customer to the people who stay', async () => {
    const erin = await becomeCustomer('erin@example.com');
    const { customerId } = await idsOf(erin);
    await erin.data(
      `mutation { inviteUser(input: { email: "fay@example.com" }) { userErrors { code } } }`,
    );
    const device = await addDevice(erin, 'Kiln');
    expect(await deleteMine(erin)).toBe('deleted');
    expect(await rowsWith('customers', 'id', customerId)).toBe(1);
    expect(await rowsWith('devices', 'id', device)).toBe(1);
    expect(await rowsWith('users', 'email', 'erin@example.com')).toBe(0);
  });

  it('is refused while customers stand below the one that would go', async () => {
    const gil = await becomeCustomer('gil@example.com');
    await gil.data(
      `mutation { createCustomer(input: { title: "Branch" }) { customer { id } userErrors { code } } }`,
    );
    expect(await deleteMine(gil)).toBe('HAS_CUSTOMERS');
    expect((await exportMine(gil))['registrations']).toHaveLength(1);
  });

  it('works before a consent is given, and keeps the proof of earlier ones', async () => {
    const page = await makeTenant(app);
    const policy = await makeDocument(page.admin);
    await updatePage(page.admin, page.selfRegistrationId, {
      showPrivacyPolicy: true,
      privacyPolicyId: policy.id,
    });
    const hana = app.browser(page.host);
    await registerAndActivate(app, hana, 'hana@example.com', {
      consents: [{ versionId: policy.currentVersion.id, locale: 'en' }],
    });
    await publish(page.admin, policy.id, {
      basedOn: policy.currentVersion.id,
      texts: [{ locale: 'en', html: '<p>More.</p>' }],
      askExistingUsers: true,
      graceDays: 0,
    });
    const { errors } = await hana.graphql('{ devices { totalCount } }');
    expect(errors.map(({ extensions }) => extensions.code)).toEqual(['CONSENT_REQUIRED']);
    expect((await exportMine(hana))['consents']).toHaveLength(1);
    expect(await deleteMine(hana)).toBe('deleted');
    expect(await rowsWith('consents', 'email', 'hana@example.com')).toBe(1);
  });
});
