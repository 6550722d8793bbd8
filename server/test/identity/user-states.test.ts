import { beforeAll, describe, expect, it } from 'vitest';
import { defaultLimits } from '../../src/config/limits.js';
import { startTestApp, type Browser, type TestApp } from '../harness/app.js';
import {
  acceptWith,
  act,
  addCustomer,
  addDomain,
  addUser,
  createSampleTenant,
  invite,
  linkTo,
  password,
  signIn,
  unique,
  whoIs,
  type SampleTenant,
} from './people.js';

let app: TestApp;
let tenant: SampleTenant;
let host: string;
let customerId: string;
let by: Browser;
beforeAll(async () => {
  const { signInPerAccountAndNetwork } = defaultLimits;
  app = await startTestApp({ limits: { signInPerAccountAndNetwork } });
  tenant = await createSampleTenant(app);
  by = tenant.administrator;
  host = await addDomain(by);
  customerId = await addCustomer(by);
});

const trySignIn = async (
  email: string,
  typed: string,
  at: string = host,
): Promise<string | undefined> => {
  const answer = await app
    .browser(at)
    .graphql<{ signIn: { userErrors: { code: string }[] } }>(
      `mutation ($input: SignInInput!) { signIn(input: $input) { userErrors { code } } }`,
      { input: { email, password: typed } },
    );
  return answer.errors[0]?.extensions.code ?? answer.data?.signIn.userErrors[0]?.code;
};

const stateOf = async (id: string): Promise<string> => {
  const { user } = await by.data<{ user: { state: string } }>(
    `query ($id: ID!) { user(id: $id) { state } }`,
    { id },
  );
  return user.state;
};

describe('a user who is disabled', () => {
  it('is signed out everywhere, and back after being enabled', async () => {
    const person = await addUser(app, by, host, { customerId });
    const elsewhere = await signIn(app, host, person.email);
    expect(await act(by, 'disableUser', person.id)).toMatchObject({
      state: 'DISABLED',
      faults: [],
    });
    expect(await whoIs(person.browser)).toBeNull();
    expect(await whoIs(elsewhere)).toBeNull();
    expect(await trySignIn(person.email, password)).toBe('WRONG_CREDENTIALS');
    expect((await act(by, 'disableUser', person.id)).faults).toEqual(['WRONG_STATE']);

    expect(await act(by, 'enableUser', person.id)).toMatchObject({ state: 'ACTIVE', faults: [] });
    expect(await whoIs(person.browser)).toBeNull();
    expect(await trySignIn(person.email, password)).toBeUndefined();
    expect((await act(by, 'enableUser', person.id)).faults).toEqual(['WRONG_STATE']);
  });

  it('cannot be reached by links that were mailed before', async () => {
    const email = `${unique('person')}@people.example`;
    const { user } = await invite(by, { email, customerId });
    const { secret } = await linkTo(app, email);
    await act(by, 'disableUser', user!.id);
    const accepted = await acceptWith(app.browser(host), secret);
    expect(accepted.userErrors.map(({ code }) => code)).toEqual(['LINK_NOT_GOOD']);
    expect(await act(by, 'enableUser', user!.id)).toMatchObject({ state: 'INVITED' });
    expect((await acceptWith(app.browser(host), secret)).me).toBeNull();
  });

  it('is never oneself', async () => {
    expect((await act(by, 'disableUser', tenant.administratorId)).faults).toEqual(['NOT_ALLOWED']);
    const { deleteUser } = await by.data<{ deleteUser: { userErrors: { code: string }[] } }>(
      `mutation ($id: ID!) { deleteUser(id: $id) { deletedId userErrors { code } } }`,
      { id: tenant.administratorId },
    );
    expect(deleteUser.userErrors).toEqual([{ code: 'NOT_ALLOWED' }]);
    expect(await whoIs(by)).toBe(tenant.administratorId);
  });
});

describe('too many wrong passwords', () => {
  it('show as locked until somebody unlocks', async () => {
    const person = await addUser(app, by, host, { customerId });
    expect(await trySignIn(person.email, 'not-the-right-one-9')).toBe('WRONG_CREDENTIALS');
    await failToSignIn(person.email, host);
    expect(await trySignIn(person.email, password)).toBe('RATE_LIMITED');
    expect(await stateOf(person.id)).toBe('LOCKED');
    const { users } = await by.data<{ users: { nodes: { id: string; state: string }[] } }>(
      `{ users(filter: { state: LOCKED }) { nodes { id state } } }`,
    );
    expect(users.nodes).toEqual([{ id: person.id, state: 'LOCKED' }]);
    const active = await by.data<{ users: { nodes: { id: string }[] } }>(
      `{ users(filter: { state: ACTIVE }, first: 100) { nodes { id } } }`,
    );
    expect(active.users.nodes.map(({ id }) => id)).not.toContain(person.id);

    expect(await act(by, 'unlockUser', person.id)).toMatchObject({ state: 'ACTIVE', faults: [] });
    expect(await trySignIn(person.email, password)).toBeUndefined();
  });
});

const failToSignIn = async (email: string, at: string): Promise<void> => {
  const { points } = defaultLimits.signInPerAccountAndNetwork;
  for (let n = 0; n < points; n += 1) await trySignIn(email, 'not-the-right-one-9', at);
};

describe('wrong passwords on the console', () => {
  it('lock administrators there, and nobody who does not sign in there', async () => {
    const colleague = await addUser(app, by, 'localhost');
    await failToSignIn(colleague.email, 'localhost');
    expect(await stateOf(colleague.id)).toBe('LOCKED');
    expect(await act(by, 'unlockUser', colleague.id)).toMatchObject({ state: 'ACTIVE' });
    expect(await trySignIn(colleague.email, password, 'localhost')).toBeUndefined();

    const person = await addUser(app, by, host, { customerId });
    await failToSignIn(person.email, 'localhost');
    expect(await stateOf(person.id)).toBe('ACTIVE');
    expect(await trySignIn(person.email, password)).toBeUndefined();
  });
});

describe('administrators', () => {
  it('end the sessions of others', async () => {
    const person = await addUser(app, by, host, { customerId });
    const { userSessions } = await by.data<{
      userSessions: { userAgent: string; current: boolean }[];
    }>(`query ($id: ID!) { userSessions(userId: $id) { userAgent current } }`, { id: person.id });
    expect(userSessions).toEqual([{ userAgent: 'test', current: false }]);
    expect((await act(by, 'endUserSessions', person.id)).faults).toEqual([]);
    expect(await whoIs(person.browser)).toBeNull();
  });

  it('send a reset by which all sessions end', async () => {
    const person = await addUser(app, by, host, { customerId });
    expect((await act(by, 'sendPasswordReset', person.id)).faults).toEqual([]);
    const { url, secret } = await linkTo(app, person.email);
    expect(url).toBe(`http://${host}:${app.server.port}/reset-password`);
    expect((await acceptWith(app.browser(host), secret)).me?.user.id).toBe(person.id);
    expect(await whoIs(person.browser)).toBeNull();
    expect((await app.mails.next(person.email)).subject).toContain('password was changed');
  });

  it('change names, and every fault stands at its field', async () => {
    const person = await addUser(app, by, host, { customerId });
    const update = `mutation ($id: ID!, $input: UpdateUserInput!) {
      updateUser(id: $id, input: $input) { user { name } userErrors { field code } }
    }`;
    const change = (input: object) => by.data<object>(update, { id: person.id, input });
    expect(await change({ firstName: ' Ada ', lastName: 'Lovelace' })).toEqual({
      updateUser: { user: { name: 'Ada Lovelace' }, userErrors: [] },
    });
    expect(await change({ firstName: null })).toMatchObject({
      updateUser: { user: { name: 'Lovelace' } },
    });
    expect(await change({ firstName: 'a\u0007', lastName: 'x'.repeat(256) })).toEqual({
      updateUser: {
        user: null,
        userErrors: [
          { field: ['input', 'firstName'], code: 'INVALID_TEXT' },
          { field: ['input', 'lastName'], code: 'TOO_LONG' },
        ],
      },
    });
  });

  it('delete users, whose sessions end', async () => {
    const person = await addUser(app, by, host, { customerId });
    const { deleteUser } = await by.data<{ deleteUser: { deletedId: string } }>(
      `mutation ($id: ID!) { deleteUser(id: $id) { deletedId } }`,
      { id: person.id },
    );
    expect(deleteUser.deletedId).toBe(person.id);
    expect(await whoIs(person.browser)).toBeNull();
    expect((await act(by, 'disableUser', person.id)).error).toBe('NOT_FOUND');
    const again = await invite(by, { email: person.email, customerId });
    expect(again.userErrors).toEqual([]);
  });
});

const actions = [
  'resendInvitation',
  'createInvitationLink',
  'disableUser',
  'enableUser',
  'unlockUser',
  'sendPasswordReset',
  'endUserSessions',
];

describe('every action', () => {
  it('does not find users of another tenant, or of another customer', async () => {
    const foreign = await createSampleTenant(app);
    const mine = await addUser(app, by, host, { customerId });
    const other = await addUser(app, by, host, { customerId: await addCustomer(by) });
    for (const action of actions) {
      expect((await act(by, action, foreign.administratorId)).error).toBe('NOT_FOUND');
      expect((await act(mine.browser, action, other.id)).error).toBe('NOT_FOUND');
      expect((await act(mine.browser, action, tenant.administratorId)).error).toBe('NOT_FOUND');
      expect((await act(by, action, 'no-id')).error).toBe('NOT_FOUND');
      expect((await act(app.browser(host), action, other.id)).error).toBe('UNAUTHENTICATED');
    }
    expect(await whoIs(other.browser)).toBe(other.id);
  });

  it('is forbidden on whom one may only read', async () => {
    const reader = await addUser(app, by, host, { customerId });
    const colleague = await addUser(app, by, host, { customerId });
    for (const action of [...actions.slice(0, 1), ...actions.slice(2)]) {
      expect((await act(reader.browser, action, colleague.id)).error).toBe('FORBIDDEN');
    }
    const answer = await reader.browser.graphql(
      `mutation ($id: ID!) { deleteUser(id: $id) { deletedId } }`,
      { id: colleague.id },
    );
    expect(answer.errors[0]?.extensions.code).toBe('FORBIDDEN');
  });
});
