import { beforeAll, describe, expect, it } from 'vitest';
import { startTestApp, type TestApp } from '../harness/app.js';
import { makeTenant, type TestTenant } from '../harness/tenants.js';
import { ownMakers } from './makers.js';

let app: TestApp;
let tenant: TestTenant;
beforeAll(async () => {
  app = await startTestApp();
  tenant = await makeTenant(app);
});

describe('`me`', () => {
  it('is nobody for strangers, on any host and with any cookie', async () => {
    for (const host of ['localhost', tenant.host, 'evil.example']) {
      const stranger = app.browser(host);
      const { data, errors } = await stranger.send({
        method: 'POST',
        path: '/graphql',
        headers: { 'content-type': 'application/json' },
        body: '{"query":"{ me { user { id } permissions { resource } } }"}',
      });
      expect([data, errors]).toEqual([{ me: null }, []]);
    }
    const liar = app.browser(tenant.host);
    liar.cookies.set('__Host-session', 'nonsense');
    expect(await liar.data('{ me { user { id } } }')).toEqual({ me: null });
  });

  it('is whoever signed in or out within the request', async () => {
    const browser = app.browser();
    const { signIn } = await browser.data<{ signIn: { me: { user: { email: string } } } }>(
      'mutation ($input: SignInInput!) { signIn(input: $input) { me { user { email roles { name } } } } }',
      { input: tenant.administrator },
    );
    expect(signIn.me.user.email).toBe(tenant.administrator.email);
    const answer = await browser.graphql(
      'mutation { signOut { signedOut } updateProfile(input: { firstName: "X" }) { user { id } } }',
    );
    expect(answer.errors.map(({ extensions }) => extensions.code)).toEqual(['UNAUTHENTICATED']);
  });
});

describe('what was looked up once', () => {
  it('is looked up again in the next request', async () => {
    const { admin } = tenant;
    const ownerCustomerId = await ownMakers.customer(admin);
    const { createDevice } = await admin.data<{ createDevice: { device: { id: string } } }>(
      'mutation ($input: CreateDeviceInput!) { createDevice(input: $input) { device { id } } }',
      { input: { name: 'Kettle', ownerCustomerId } },
    );
    const ownerName = async (): Promise<string> => {
      const { device } = await admin.data<{
        device: { owner: { name: string; customer: { title: string } } };
      }>('query ($id: ID!) { device(id: $id) { owner { name customer { title } } } }', {
        id: createDevice.device.id,
      });
      expect(device.owner.customer.title).toBe(device.owner.name);
      return device.owner.name;
    };
    const before = await ownerName();
    await admin.data(
      'mutation ($id: ID!) { updateCustomer(id: $id, input: { title: "Renamed" }) { userErrors { code } } }',
      { id: ownerCustomerId },
    );
    expect([before, await ownerName()]).toEqual([before, 'Renamed']);
  });

  it('is looked up again by the next mutation of the same request', async () => {
    const { admin } = tenant;
    const [groupId, one, two] = [
      await ownMakers.deviceGroup(admin),
      await ownMakers.device(admin),
      await ownMakers.device(admin),
    ];
    const counted = '{ entityGroup { memberCount } }';
    const answer = await admin.data<Record<'a' | 'b', { entityGroup: { memberCount: number } }>>(
      `mutation ($groupId: ID!, $one: [ID!]!, $two: [ID!]!) {
         a: addToEntityGroup(groupId: $groupId, entityIds: $one) ${counted}
         b: addToEntityGroup(groupId: $groupId, entityIds: $two) ${counted}
       }`,
      { groupId, one: [one], two: [two] },
    );
    expect([answer.a.entityGroup.memberCount, answer.b.entityGroup.memberCount]).toEqual([2, 3]);
  });
});
