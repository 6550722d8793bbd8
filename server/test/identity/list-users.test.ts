import { beforeAll, describe, expect, it } from 'vitest';
import { createUserDirectoryRows } from '../../src/identity/postgres/user-directory-rows.js';
import { defaultLimits } from '../../src/config/limits.js';
import type { Principal } from '../../src/access/index.js';
import { roleRows } from '../../src/access/postgres/role-rows.js';
import { createListUsers } from '../../src/identity/list-users.js';
import { sessionRows } from '../../src/identity/postgres/session-rows.js';
import { systemClock } from '../../src/platform/clock.js';
import { createDatabase, knexOf } from '../../src/platform/postgres/database.js';
import { startTestApp, type Browser, type TestApp } from '../harness/app.js';
import {
  addCustomer,
  addDomain,
  addUser,
  createSampleTenant,
  type SampleTenant,
} from './people.js';

let app: TestApp;
let tenant: SampleTenant;
let by: Browser;
let host: string;
beforeAll(async () => {
  app = await startTestApp();
  tenant = await createSampleTenant(app);
  by = tenant.administrator;
  host = await addDomain(by);
});

interface Listed {
  readonly users: {
    readonly nodes: readonly { id: string; email: string }[];
    readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
    readonly totalCount: number;
  };
}

const list = async (
  browser: Browser,
  variables: { filter?: object; first?: number; after?: string | null } = {},
) => {
  const { users } = await browser.data<Listed>(
    `query ($filter: UserFilter, $first: Int, $after: String) {
       users(filter: $filter, first: $first, after: $after) {
         nodes { id email } pageInfo { hasNextPage endCursor } totalCount
       }
     }`,
    variables,
  );
  return { ...users, ids: users.nodes.map(({ id }) => id) };
};

describe('the list of users', () => {
  it('shows whom the viewer may read, newest first, page by page', async () => {
    const [mine, other] = [await addCustomer(by), await addCustomer(by)];
    const one = await addUser(app, by, host, { customerId: mine });
    const two = await addUser(app, by, host, { customerId: mine });
    const three = await addUser(app, by, host, { customerId: other });

    const seen: string[] = [];
    let after: string | null = null;
    do {
      const page: Awaited<ReturnType<typeof list>> = await list(by, { first: 2, after });
      expect(page.totalCount).toBe(4);
      seen.push(...page.ids);
      after = page.pageInfo.hasNextPage ? page.pageInfo.endCursor : null;
    } while (after !== null);
    expect(seen).toEqual([three.id, two.id, one.id, tenant.administratorId]);

    expect((await list(one.browser)).ids).toEqual([two.id, one.id]);
    expect((await list(three.browser)).ids).toEqual([three.id]);
    const foreign = await createSampleTenant(app);
    expect((await list(foreign.administrator)).ids).toEqual([foreign.administratorId]);
  });

  it('filters by text, state, customer and authority', async () => {
    const customerId = await addCustomer(by);
    const person = await addUser(app, by, host, { customerId });
    expect((await list(by, { filter: { customerId } })).ids).toEqual([person.id]);
    expect((await list(by, { filter: { search: person.email.toUpperCase() } })).ids).toEqual([
      person.id,
    ]);
    expect((await list(by, { filter: { authority: 'TENANT_ADMIN' } })).ids).toEqual([
      tenant.administratorId,
    ]);
    expect((await list(by, { filter: { state: 'INVITED', customerId } })).ids).toEqual([]);
    expect((await list(by, { filter: { state: 'ACTIVE', customerId } })).ids).toEqual([person.id]);
    expect((await list(by, { filter: { search: '%' } })).ids).toEqual([]);
    expect((await list(by, { filter: { customerId: 'no-id' } })).ids).toEqual([]);
  });

  it('refuses what is no page of it', async () => {
    const codeOf = async (args: string) =>
      (await by.graphql(`{ users(${args}) { nodes { id } } }`)).errors[0]?.extensions.code;
    expect(await codeOf('first: 0')).toBe('BAD_USER_INPUT');
    expect(await codeOf('first: 101')).toBe('BAD_USER_INPUT');
    expect(await codeOf('after: "nothing"')).toBe('BAD_USER_INPUT');
    expect(await codeOf('filter: { search: "a\\u0000" }')).toBe('BAD_USER_INPUT');
  });

  it('takes two statements for a hundred users with their roles', async () => {
    const database = createDatabase(app.connectionString, 2);
    const statements: string[] = [];
    const listUsers = createListUsers({
      clock: systemClock,
      sessions: sessionRows,
      roles: roleRows,
      userDirectory: createUserDirectoryRows({ figures: defaultLimits }),
      findTenantOfAdministrator: () => Promise.resolve(null),
      actOnUser: () => Promise.reject(new Error('nobody acts')),
      transact: (tenantId, work) =>
        database.transact(tenantId, (tx) => {
          knexOf(tx).on('query', ({ sql }: { sql: string }) => statements.push(sql));
          return work(tx);
        }),
    });
    const actor = { kind: 'USER' as const, id: tenant.administratorId, name: 'Ada' };
    const principal: Principal = {
      tenantId: tenant.id,
      userId: tenant.administratorId,
      authority: 'TENANT_ADMIN',
      customerId: null,
      permissions: { generic: new Map([['USER', new Set(['READ'])]]), groups: new Map() },
    };
    const filter = { search: null, state: null, customerId: null, authority: null };
    const page = await listUsers.list({ principal, actor }, { filter, first: 100, afterId: null });
    await database.close();
    expect(page.rows.length).toBeGreaterThan(3);
    expect(page.rows.at(-1)?.heldRoles.map(({ name }) => name)).toEqual(['Tenant Administrator']);
    expect(page.rows[0]?.heldRoles.map(({ name }) => name)).toEqual(['Customer User']);
    expect(statements.filter((sql) => !/^commit/i.test(sql))).toHaveLength(2);
  });
});
