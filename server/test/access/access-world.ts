import type { DefaultGroupName } from '../../src/access/default-groups.js';
import type { EntityType } from '../../src/access/entity-group.js';
import { loadPrincipal } from '../../src/access/index.js';
import type { Viewer } from '../../src/access/viewer.js';
import { newId } from '../../src/platform/ids.js';
import { knexOf } from '../../src/platform/postgres/database.js';
import type { Tx } from '../../src/platform/transaction.js';
import { startTestApp, type Browser, type TestApp } from '../harness/app.js';
import { createAccessApi } from './access-api.js';
import { insertCustomer, insertItem, insertTenant, insertUser } from './stored-samples.js';

/** A server whose tenants, customers and people are put straight into the database. */
export const startAccessWorld = async () => {
  const app = await startTestApp();
  return { ...app.server.slices, createTenant: () => createTenant(app) };
};

export type AccessWorld = Awaited<ReturnType<typeof startAccessWorld>>;

const createTenant = async (app: TestApp) => {
  const { access, database, identity } = app.server.slices;
  const tenantId = newId();
  const host = `t${tenantId}.localhost`;
  const browsers = new Map<string, Browser>();
  const inTenant = <T>(work: (tx: Tx) => Promise<T>): Promise<T> =>
    database.transact(tenantId, work);

  await inTenant(async (tx) => {
    await insertTenant(tx, tenantId, `Tenant ${tenantId}`);
    await access.defaultAccess.provisionTenant(tx);
    const row = { tenant_id: tenantId, id: newId(), host, created_at: new Date() };
    await knexOf(tx)('domains').insert(row);
  });

  /** Signs somebody in without a password. */
  const openBrowser = async (userId: string, customerId: string | null): Promise<void> => {
    const authority = customerId === null ? 'TENANT_ADMIN' : 'CUSTOMER_USER';
    const { token } = await inTenant((tx) =>
      identity.startSession(tx, { id: userId, authority }, { ip: '127.0.0.1', userAgent: null }),
    );
    const browser = app.browser(host);
    browser.cookies.set('__Host-session', token);
    browsers.set(userId, browser);
  };

  const groupNamed = (customerId: string | null, name: DefaultGroupName): Promise<string> =>
    inTenant(async (tx) => {
      const chain = await access.ownership.chainOf(tx, customerId);
      return access.defaultAccess.ensureUserGroup(tx, chain ?? [], name);
    });

  const call = async <T>(
    userId: string,
    query: string,
    variables: Record<string, unknown> = {},
  ): Promise<T> => {
    const answer = await browsers.get(userId)?.graphql<T>(query, variables);
    const [error] = answer?.errors ?? [];
    if (error) throw Object.assign(new Error(error.message), { code: error.extensions.code });
    return answer?.data as T;
  };

  return {
    tenantId,
    inTenant,
    groupNamed,
    call,
    api: createAccessApi(call),
    async addCustomer(parentId: string | null = null): Promise<string> {
      const id = newId();
      await inTenant((tx) => insertCustomer(tx, id, parentId));
      return id;
    },
    /** Somebody who is signed in, in these of the owner's default groups. */
    async addUser(customerId: string | null, ...groups: DefaultGroupName[]): Promise<string> {
      const id = newId();
      await inTenant((tx) => insertUser(tx, id, customerId));
      for (const name of groups) {
        const groupId = await groupNamed(customerId, name);
        await inTenant((tx) => access.members.add(tx, groupId, 'USER', [id]));
      }
      await openBrowser(id, customerId);
      return id;
    },
    async addItem(
      type: Exclude<EntityType, 'CUSTOMER' | 'USER'>,
      customerId: string | null,
    ): Promise<string> {
      const id = newId();
      await inTenant((tx) => insertItem(tx, type, id, customerId));
      return id;
    },
    /** Somebody as decisions see them at this moment. */
    async viewerOf(userId: string): Promise<Viewer> {
      const principal = await inTenant((tx) => loadPrincipal(tx, userId));
      if (!principal) throw new Error('There is no such user.');
      return { principal, actor: { kind: 'USER', id: userId, name: userId } };
    },
    /** Names of the acts in the audit log, oldest first. */
    async acts(): Promise<string[]> {
      const rows: { action: string }[] = await inTenant((tx) =>
        knexOf(tx)('audit_log_entries').orderBy('id').select('action'),
      );
      return rows.map(({ action }) => action);
    },
  };
};

export type AccessTenant = Awaited<ReturnType<typeof createTenant>>;
