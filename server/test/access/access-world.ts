import 'reflect-metadata';
import { graphql, GraphQLError, type GraphQLSchema } from 'graphql';
import type { DefaultGroupName } from '../../src/access/default-groups.js';
import type { EntityType } from '../../src/access/entity-group.js';
import type { RoleUse } from '../../src/access/group-permission-repository.js';
import { createAccess, loadPrincipal, type Access } from '../../src/access/index.js';
import type { Viewer, ViewerContext } from '../../src/access/viewer.js';
import { buildApi } from '../../src/app/build-api.js';
import { createRecordAudit } from '../../src/audit/index.js';
import { systemClock } from '../../src/platform/clock.js';
import { RequestFailure } from '../../src/platform/failures.js';
import { newId } from '../../src/platform/ids.js';
import { createDatabase, knexOf, type Database } from '../../src/platform/postgres/database.js';
import type { Tx } from '../../src/platform/transaction.js';
import { createTestDatabase } from '../harness/test-database.js';
import { insertCustomer, insertItem, insertTenant, insertUser } from './stored-samples.js';

type Answer = Record<string, any>;

/** The access slice with its own part of the API, on a database of its own. */
export const createAccessWorld = async () => {
  const test = await createTestDatabase();
  const database = createDatabase(test.connectionString, 4);
  const furtherUses = new Map<string, RoleUse[]>();
  const access = createAccess({
    database,
    clock: systemClock,
    recordAudit: createRecordAudit(systemClock),
    furtherUsesOfRole: async (_tx, roleId) => furtherUses.get(roleId) ?? [],
  });
  const schema = buildApi(access.resolvers);
  return {
    database,
    access,
    /** Uses of a role by slices above, by its id. */
    furtherUses,
    createTenant: () => createTenant(database, access, schema),
    async close(): Promise<void> {
      await database.close();
      await test.drop();
    },
  };
};

export type AccessWorld = Awaited<ReturnType<typeof createAccessWorld>>;

const createTenant = async (database: Database, access: Access, schema: GraphQLSchema) => {
  const tenantId = newId();
  const inTenant = <T>(work: (tx: Tx) => Promise<T>): Promise<T> =>
    database.transact(tenantId, work);
  await inTenant(async (tx) => {
    await insertTenant(tx, tenantId, `Tenant ${tenantId}`);
    await access.defaultAccess.provisionTenant(tx);
  });

  const viewerOf = async (userId: string): Promise<Viewer> => {
    const principal = await inTenant((tx) => loadPrincipal(tx, userId));
    if (!principal) throw new Error('There is no such user.');
    return { principal, actor: { kind: 'USER', id: userId, name: userId } };
  };

  /** One request of this person: permissions are loaded as they are now. */
  const call = async (userId: string, source: string, variables: object = {}): Promise<Answer> => {
    const viewer = await viewerOf(userId);
    const contextValue = { viewer, loaders: new Map() } as unknown as ViewerContext;
    const variableValues = variables as Record<string, unknown>;
    const { data, errors } = await graphql({ schema, source, contextValue, variableValues });
    if (errors) throw failureOf(errors[0]);
    return data as Answer;
  };

  const groupNamed = (customerId: string | null, name: DefaultGroupName): Promise<string> =>
    inTenant(async (tx) => {
      const chain = await access.ownership.chainOf(tx, customerId);
      return access.defaultAccess.ensureUserGroup(tx, chain ?? [], name);
    });

  return {
    tenantId,
    inTenant,
    viewerOf,
    call,
    groupNamed,
    async addCustomer(parentId: string | null = null): Promise<string> {
      const id = newId();
      await inTenant((tx) => insertCustomer(tx, id, parentId));
      return id;
    },
    async addUser(customerId: string | null, ...groups: DefaultGroupName[]): Promise<string> {
      const id = newId();
      await inTenant((tx) => insertUser(tx, id, customerId));
      for (const name of groups) {
        const groupId = await groupNamed(customerId, name);
        await inTenant((tx) => access.members.add(tx, groupId, 'USER', [id]));
      }
      return id;
    },
    async addItem(type: Exclude<EntityType, 'CUSTOMER' | 'USER'>, customerId: string | null) {
      const id = newId();
      await inTenant((tx) => insertItem(tx, type, id, customerId));
      return id;
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

/** What a request failed with at the top level, by its code; everything else is a fault of the test. */
const failureOf = (error: GraphQLError | undefined): Error => {
  const cause = error?.originalError;
  return cause instanceof RequestFailure ? cause : (error ?? new Error('No answer.'));
};

/** The faults of a payload, such as `input.name NAME_TAKEN`. */
export const faultsOf = (payload: { userErrors: { field: string[]; code: string }[] }): string[] =>
  payload.userErrors.map(({ field, code }) => `${field.join('.')} ${code}`);
