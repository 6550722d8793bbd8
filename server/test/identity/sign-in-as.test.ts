import { beforeAll, describe, expect, it } from 'vitest';
import { startTestApp, type Browser, type TestApp } from '../harness/app.js';
import {
  act,
  addCustomer,
  addDomain,
  addUser,
  becomeSystemAdministrator,
  createSampleTenant,
  invite,
  password,
  unique,
  whoIs,
  type Faults,
  type SampleTenant,
} from './people.js';

let app: TestApp;
let system: Browser;
let tenant: SampleTenant;
let host: string;
beforeAll(async () => {
  app = await startTestApp();
  system = await becomeSystemAdministrator(app);
  tenant = await createSampleTenant(app);
  host = await addDomain(tenant.administrator);
});

const signInAs = async (by: Browser, id: string) => {
  const answer = await by.graphql<{
    signInAs: Faults & { me: { impersonatedBy: string; user: { id: string } } | null };
  }>(
    `mutation ($id: ID!) {
       signInAs(id: $id) { me { impersonatedBy user { id } } userErrors { field code } }
     }`,
    { id },
  );
  return {
    me: answer.data?.signInAs.me,
    faults: answer.data?.signInAs.userErrors.map(({ code }) => code),
    error: answer.errors[0]?.extensions.code,
  };
};

const signOut = (by: Browser) => by.data<object>(`mutation { signOut { signedOut redirectTo } }`);

describe('signing in as somebody', () => {
  it('acts under both names, and signing out leads back', async () => {
    const administrator = (await createSampleTenant(app)).administrator;
    const own = await addDomain(administrator);
    const customerId = await addCustomer(administrator);
    const person = await addUser(app, administrator, own, { customerId });
    const adminId = await whoIs(administrator);

    const { me } = await signInAs(administrator, person.id);
    expect(me?.user.id).toBe(person.id);
    expect(await whoIs(administrator)).toBe(person.id);
    expect(await whoIs(person.browser)).toBe(person.id);
    await administrator.data(
      `mutation { updateProfile(input: { firstName: "Changed" }) { user { id } userErrors { code } } }`,
    );

    expect(await signOut(administrator)).toEqual({
      signOut: { signedOut: true, redirectTo: '/' },
    });
    expect(await whoIs(administrator)).toBe(adminId);
    const { auditLog } = await administrator.data<{
      auditLog: { nodes: { action: string; impersonator: string | null; actorId: string }[] };
    }>(
      `query ($id: ID!) {
         auditLog(filter: { entityId: $id }) { nodes { action impersonator actorId } }
       }`,
      { id: person.id },
    );
    const [changed, signedInAs] = auditLog.nodes;
    expect(changed).toEqual({
      action: 'user.profile-changed',
      impersonator: me?.impersonatedBy,
      actorId: person.id,
    });
    expect(signedInAs).toEqual({
      action: 'user.signed-in-as',
      impersonator: null,
      actorId: adminId,
    });
  });

  it('is not for oneself, not for the invited, and not in a row', async () => {
    const by = (await createSampleTenant(app)).administrator;
    const own = await addDomain(by);
    const customerId = await addCustomer(by);
    const [one, two] = [
      await addUser(app, by, own, { customerId }),
      await addUser(app, by, own, { customerId }),
    ];
    const { user: invited } = await invite(by, { email: `${unique('x')}@people.example` });
    expect((await signInAs(by, (await whoIs(by))!)).faults).toEqual(['NOT_ALLOWED']);
    expect((await signInAs(by, invited!.id)).faults).toEqual(['WRONG_STATE']);
    await act(by, 'disableUser', two.id);
    expect((await signInAs(by, two.id)).faults).toEqual(['WRONG_STATE']);
    await act(by, 'enableUser', two.id);
    await signInAs(by, one.id);
    expect((await signInAs(by, two.id)).faults).toEqual(['NOT_ALLOWED']);
    expect(await whoIs(by)).toBe(one.id);
  });

  it('needs the permission, and all that the other one has', async () => {
    const { administrator } = tenant;
    const customerId = await addCustomer(administrator);
    const colleague = await addUser(app, administrator, host, { customerId });
    const reader = await addUser(app, administrator, host, { customerId });
    expect((await signInAs(reader.browser, colleague.id)).error).toBe('FORBIDDEN');
    expect((await signInAs(reader.browser, tenant.administratorId)).error).toBe('NOT_FOUND');

    const groupIds = [await groupOf(administrator, ['READ', 'IMPERSONATE', 'WRITE'])];
    const clerk = await addUser(app, administrator, 'localhost', { groupIds });
    expect((await signInAs(clerk.browser, tenant.administratorId)).faults).toEqual(['NOT_ALLOWED']);
    expect((await signInAs(clerk.browser, colleague.id)).faults).toEqual(['NOT_ALLOWED']);
    const { user: invited } = await invite(administrator, {
      email: `${unique('x')}@people.example`,
    });
    const link = await act(clerk.browser, 'createInvitationLink', invited!.id);
    expect(link.faults).toEqual(['NOT_ALLOWED']);
    expect((await signInAs(administrator, clerk.id)).me?.user.id).toBe(clerk.id);
    await signOut(administrator);
  });

  it('lets system administrators become tenant administrators, nobody else', async () => {
    const other = await createSampleTenant(app);
    expect((await signInAs(system, other.administratorId)).me?.user.id).toBe(other.administratorId);
    await signOut(system);
    const customerId = await addCustomer(tenant.administrator);
    const person = await addUser(app, tenant.administrator, host, { customerId });
    expect((await signInAs(system, person.id)).error).toBe('NOT_FOUND');
  });

  it('ends with the own session', async () => {
    const other = await createSampleTenant(app);
    const customerId = await addCustomer(other.administrator);
    await addDomain(other.administrator);
    const sessions = await other.administrator.data<{ mySessions: { id: string }[] }>(
      `{ mySessions { id } }`,
    );
    const second = app.browser();
    await second.data(
      `mutation ($input: SignInInput!) { signIn(input: $input) { userErrors { code } } }`,
      { input: { email: other.administratorEmail, password } },
    );
    const own = await addDomain(second);
    const person = await addUser(app, second, own, { customerId });
    await signInAs(other.administrator, person.id);
    expect(await whoIs(other.administrator)).toBe(person.id);
    await second.data(`mutation ($id: ID!) { endMySession(id: $id) { deletedId } }`, {
      id: sessions.mySessions[0]!.id,
    });
    expect(await whoIs(other.administrator)).toBeNull();
  });
});

/** A user group of the tenant with a role on users. */
const groupOf = async (by: Browser, operations: string[]): Promise<string> => {
  const { createRole } = await by.data<{ createRole: { role: { id: string } } }>(
    `mutation ($input: CreateRoleInput!) { createRole(input: $input) { role { id } userErrors { code } } }`,
    {
      input: {
        name: unique('Role'),
        type: 'GENERIC',
        permissions: [{ resource: 'USER', operations }],
      },
    },
  );
  const { createEntityGroup } = await by.data<{
    createEntityGroup: { entityGroup: { id: string } };
  }>(
    `mutation ($input: CreateEntityGroupInput!) {
       createEntityGroup(input: $input) { entityGroup { id } userErrors { code } }
     }`,
    { input: { name: unique('Group'), type: 'USER' } },
  );
  await by.data(
    `mutation ($input: GrantPermissionInput!) { grantPermission(input: $input) { userErrors { code } } }`,
    { input: { userGroupId: createEntityGroup.entityGroup.id, roleId: createRole.role.id } },
  );
  return createEntityGroup.entityGroup.id;
};
