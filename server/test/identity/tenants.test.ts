import { beforeAll, describe, expect, it } from 'vitest';
import { startTestApp, type Browser, type TestApp } from '../harness/app.js';
import {
  acceptWith,
  act,
  addCustomer,
  addDomain,
  addUser,
  becomeSystemAdministrator,
  createSampleTenant,
  invite,
  linkTo,
  password,
  unique,
  whoIs,
  type Faults,
} from './people.js';

let app: TestApp;
let system: Browser;
beforeAll(async () => {
  app = await startTestApp();
  system = await becomeSystemAdministrator(app);
});

const createTenant = async (name: string, administratorEmail: string) => {
  const { createTenant: payload } = await system.data<{
    createTenant: Faults & { tenant: { id: string } | null };
  }>(
    `mutation ($input: CreateTenantInput!) {
       createTenant(input: $input) { tenant { id } userErrors { field code } }
     }`,
    { input: { name, administratorEmail } },
  );
  return payload;
};

const change = async (mutation: string, id: string) => {
  const answer = await system.graphql<Record<string, Faults & { tenant: { state: string } }>>(
    `mutation ($id: ID!) { ${mutation}(id: $id) { tenant { state } userErrors { code } } }`,
    { id },
  );
  const payload = answer.data?.[mutation];
  return payload?.userErrors[0]?.code ?? payload?.tenant.state ?? answer.errors[0]?.extensions.code;
};

describe('a tenant', () => {
  it('begins with an administrator who is invited and may do everything there', async () => {
    const name = unique('Acme');
    const email = `${unique('boss')}@people.example`;
    const { tenant } = await createTenant(name, email);
    const link = await linkTo(app, email);
    expect(link.url).toBe(`${app.server.publicUrl}/invitation`);
    expect(link.text).toContain(name);
    const boss = app.browser();
    expect((await acceptWith(boss, link.secret)).me).not.toBeNull();
    const host = await addDomain(boss);
    const customerId = await addCustomer(boss);
    await invite(boss, { email: `${unique('x')}@people.example`, customerId });

    const seen = await system.data<{ tenant: object }>(
      `query ($id: ID!) {
         tenant(id: $id) {
           name state userCount customerCount selfRegistrationCount deviceCount
           administrators { email state authority viewerCan } domains { host }
         }
       }`,
      { id: tenant?.id },
    );
    expect(seen.tenant).toEqual({
      name,
      state: 'ACTIVE',
      userCount: 2,
      customerCount: 1,
      selfRegistrationCount: 0,
      deviceCount: 0,
      administrators: [
        {
          email,
          state: 'ACTIVE',
          authority: 'TENANT_ADMIN',
          viewerCan: ['READ', 'WRITE', 'DELETE', 'IMPERSONATE'],
        },
      ],
      domains: [{ host }],
    });
  });

  it('is refused with all faults at their fields', async () => {
    const name = unique('Taken');
    await createTenant(name, 'first@people.example');
    const taken = await createTenant(name.toUpperCase(), 'second@people.example');
    expect(taken).toEqual({
      tenant: null,
      userErrors: [{ field: ['input', 'name'], code: 'NAME_TAKEN' }],
    });
    const empty = await createTenant(' ', 'nobody');
    expect(empty.userErrors).toEqual([
      { field: ['input', 'name'], code: 'REQUIRED' },
      { field: ['input', 'administratorEmail'], code: 'INVALID_EMAIL' },
    ]);
  });

  it('is made whichever tenant the address administers already: only its owner is told', async () => {
    const other = await createSampleTenant(app);
    const answer = await createTenant(unique('Twice'), other.administratorEmail);
    expect(answer.userErrors).toEqual([]);
    const mail = await app.mails.next(other.administratorEmail);
    expect(mail.text).toContain('another account');
    expect(await whoIs(other.administrator)).toBe(other.administratorId);
  });

  it('that is suspended lets nobody in, until it is resumed', async () => {
    const sample = await createSampleTenant(app);
    const host = await addDomain(sample.administrator);
    const customerId = await addCustomer(sample.administrator);
    const person = await addUser(app, sample.administrator, host, { customerId });
    expect(await change('suspendTenant', sample.id)).toBe('SUSPENDED');
    expect(await change('suspendTenant', sample.id)).toBe('WRONG_STATE');
    expect(await whoIs(sample.administrator)).toBeNull();
    expect(await whoIs(person.browser)).toBeNull();
    const answer = await app
      .browser(host)
      .data<{ signIn: object }>(
        `mutation ($input: SignInInput!) { signIn(input: $input) { me { user { id } } userErrors { code } } }`,
        { input: { email: person.email, password } },
      );
    expect(answer.signIn).toEqual({ me: null, userErrors: [{ code: 'WRONG_CREDENTIALS' }] });

    expect(await change('resumeTenant', sample.id)).toBe('ACTIVE');
    expect(await change('resumeTenant', sample.id)).toBe('WRONG_STATE');
    expect(await whoIs(person.browser)).toBeNull();
    expect(
      await app
        .browser(host)
        .data<object>(
          `mutation ($input: SignInInput!) { signIn(input: $input) { me { user { id } } } }`,
          { input: { email: person.email, password } },
        ),
    ).toEqual({ signIn: { me: { user: { id: person.id } } } });
  });

  it('is renamed; another name in use is refused', async () => {
    const [one, two] = [await createSampleTenant(app), await createSampleTenant(app)];
    const rename = (id: string, name: string | null) =>
      system.data<{ updateTenant: Faults & { tenant: { name: string } | null } }>(
        `mutation ($id: ID!, $name: String) {
           updateTenant(id: $id, input: { name: $name }) { tenant { name } userErrors { field code } }
         }`,
        { id, name },
      );
    const name = unique('Renamed');
    expect((await rename(one.id, name)).updateTenant.tenant).toEqual({ name });
    expect((await rename(one.id, two.name)).updateTenant.userErrors).toEqual([
      { field: ['input', 'name'], code: 'NAME_TAKEN' },
    ]);
    expect((await rename(one.id, null)).updateTenant.userErrors).toEqual([
      { field: ['input', 'name'], code: 'REQUIRED' },
    ]);
  });

  it('is deleted with all that it has, once its name is typed', async () => {
    const sample = await createSampleTenant(app);
    const host = await addDomain(sample.administrator);
    const customerId = await addCustomer(sample.administrator);
    await addUser(app, sample.administrator, host, { customerId });
    const remove = (confirmation: string) =>
      system.data<{ deleteTenant: { deletedId: string | null } & Faults }>(
        `mutation ($id: ID!, $confirmation: String!) {
           deleteTenant(id: $id, confirmation: $confirmation) { deletedId userErrors { field code } }
         }`,
        { id: sample.id, confirmation },
      );
    expect((await remove('something else')).deleteTenant).toEqual({
      deletedId: null,
      userErrors: [{ field: ['confirmation'], code: 'CONFIRMATION_DIFFERS' }],
    });
    expect(await whoIs(sample.administrator)).toBe(sample.administratorId);
    expect((await remove(sample.name)).deleteTenant.deletedId).toBe(sample.id);
    expect(await whoIs(sample.administrator)).toBeNull();
    expect(await change('suspendTenant', sample.id)).toBe('NOT_FOUND');
    const reset = `mutation { requestPasswordReset(input: { email: "a@b.example" }) { accepted } }`;
    // Its site stays in memory until the news of the commit arrive.
    await expect
      .poll(async () => (await app.browser(host).graphql(reset)).errors[0]?.message)
      .toBe('This origin may not call this host.');

    const { auditLog } = await system.data<{ auditLog: { nodes: object[] } }>(
      `query ($id: ID!) { auditLog(filter: { entityId: $id }) { nodes { action entityName } } }`,
      { id: sample.id },
    );
    expect(auditLog.nodes).toEqual([{ action: 'tenant.deleted', entityName: sample.name }]);
  });

  it('gets further administrators; the system tenant is none of them', async () => {
    const sample = await createSampleTenant(app);
    const email = `${unique('second')}@people.example`;
    const again = (tenantId: string) =>
      system.graphql<{ inviteTenantAdministrator: { invited: boolean } & Faults }>(
        `mutation ($id: ID!, $email: String!) {
           inviteTenantAdministrator(tenantId: $id, email: $email) { invited userErrors { field code } }
         }`,
        { id: tenantId, email },
      );
    expect((await again(sample.id)).data?.inviteTenantAdministrator.invited).toBe(true);
    const { secret } = await linkTo(app, email);
    expect((await acceptWith(app.browser(), secret)).me).not.toBeNull();
    expect((await again(sample.id)).data?.inviteTenantAdministrator).toEqual({
      invited: false,
      userErrors: [{ field: ['email'], code: 'EMAIL_UNAVAILABLE' }],
    });
    const { me } = await system.data<{ me: { tenant: { id: string } } }>(
      `{ me { tenant { id } } }`,
    );
    expect((await again(me.tenant.id)).errors[0]?.extensions.code).toBe('NOT_FOUND');
    expect(await change('suspendTenant', me.tenant.id)).toBe('NOT_FOUND');
    expect(await change('suspendTenant', 'no-id')).toBe('NOT_FOUND');
  });
});

describe('system administrators', () => {
  it('see and invite each other, and act on tenant administrators by id', async () => {
    const email = `${unique('root')}@system.example`;
    const { user } = await invite(system, { email });
    expect(user).toMatchObject({ state: 'INVITED' });
    const { secret } = await linkTo(app, email);
    const second = app.browser();
    await acceptWith(second, secret);
    const { users } = await second.data<{ users: { nodes: { id: string; authority: string }[] } }>(
      `{ users { nodes { id authority } } }`,
    );
    expect(users.nodes.map(({ authority }) => authority)).toEqual(['SYS_ADMIN', 'SYS_ADMIN']);

    const sample = await createSampleTenant(app);
    expect(await act(second, 'disableUser', sample.administratorId)).toMatchObject({
      state: 'DISABLED',
    });
    expect(await whoIs(sample.administrator)).toBeNull();
    expect((await act(second, 'enableUser', sample.administratorId)).state).toBe('ACTIVE');
    const refused = await invite(system, { email: 'x@system.example', customerId: sample.id });
    expect(refused.userErrors).toMatchObject([
      { field: ['input', 'customerId'], code: 'NOT_ALLOWED' },
    ]);
  });

  it('alone see tenants', async () => {
    const { administrator, id } = await createSampleTenant(app);
    const codeOf = async (query: string) =>
      (await administrator.graphql(query)).errors[0]?.extensions.code;
    expect(await codeOf(`{ tenants { totalCount } }`)).toBe('FORBIDDEN');
    expect(await codeOf(`{ tenant(id: "${id}") { name } }`)).toBe('FORBIDDEN');
    expect(await codeOf(`{ me { tenant { userCount } } }`)).toBe('FORBIDDEN');
    expect(await codeOf(`{ me { tenant { administrators { email } } } }`)).toBe('FORBIDDEN');
    const { tenants } = await system.data<{ tenants: { items: { id: string }[] } }>(
      `{ tenants(limit: 100) { totalCount items { id administrators { id } } } }`,
    );
    expect(tenants.items.map((tenant) => tenant.id)).toContain(id);
  });
});
