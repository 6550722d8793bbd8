import { expect } from 'vitest';
import { registrantGroupRows } from '../../src/registration/postgres/registrant-group-rows.js';
import { newId } from '../../src/platform/ids.js';
import type { Browser, TestApp } from '../harness/app.js';
import type { TestTenant } from '../harness/tenants.js';
import type { Named } from './grants.js';

/** A row of the table of roles. */
export const row = (role: Named, group?: Named) => ({
  roleId: role.id,
  entityGroupId: group?.id ?? null,
});

export interface Rollout {
  readonly state: string;
  readonly total: number;
  readonly done: number;
  readonly failed: number;
  readonly stopReason: string | null;
}

interface Grant {
  readonly role: { readonly name: string };
  readonly entityGroup: { readonly name: string } | null;
}

/** Somebody of the page, as if they had activated now; the id of their user group. */
export const addRegistrant = async (
  { server: { slices } }: Pick<TestApp, 'server'>,
  tenant: Pick<TestTenant, 'id' | 'selfRegistrationId'>,
  email: string,
  ...held: { readonly role: Named; readonly group?: Named }[]
): Promise<string> => {
  const { access, customers, database, identity } = slices;
  return database.transact(tenant.id, async (tx) => {
    const customer = await customers.createCustomer(tx, { title: email, email, parentId: null });
    if (!customer) throw new Error('The customer was not made.');
    const name = { firstName: null, lastName: null, locale: 'en' };
    const userId = newId();
    await identity.users.insert(tx, {
      ...{ id: userId, authority: 'CUSTOMER_USER', customerId: customer.id, ...name },
      ...{ email, emailKey: email, state: 'ACTIVE', passwordHash: 'none', createdAt: new Date() },
    });
    const { userGroupId } = await access.roleAssignments.give(
      tx,
      { customerId: customer.id, userId },
      held.map(({ role, group }) => ({
        ...{ roleId: role.id, roleName: role.name },
        ...{ entityGroupId: group?.id ?? null, entityGroupName: group?.name ?? null },
      })),
    );
    await registrantGroupRows.add(tx, userGroupId, tenant.selfRegistrationId);
    return userGroupId;
  });
};

const named = ({ role, entityGroup }: Grant): string =>
  [role.name, entityGroup?.name].filter(Boolean).join(' on ');

/** Who would gain and lose what, in words: `ada@… + Reader − Writer`. */
export const driftOf = async (by: Browser, selfRegistrationId: string): Promise<string[]> => {
  const { driftedCustomers } = await by.data<{
    driftedCustomers: { nodes: { customer: { title: string }; gained: Grant[]; lost: Grant[] }[] };
  }>(
    `query ($id: ID!) {
       driftedCustomers(selfRegistrationId: $id, first: 100) {
         nodes {
           customer { title }
           gained { role { name } entityGroup { name } }
           lost { role { name } entityGroup { name } }
         }
       }
     }`,
    { id: selfRegistrationId },
  );
  return driftedCustomers.nodes
    .map(({ customer, gained, lost }) =>
      [
        customer.title,
        ...gained.map((grant) => `+ ${named(grant)}`),
        ...lost.map((grant) => `− ${named(grant)}`),
      ].join(' '),
    )
    .sort();
};

/** How many differ, and the newest rollout. */
export const stateOf = async (by: Browser, selfRegistrationId: string) => {
  const { selfRegistration } = await by.data<{
    selfRegistration: {
      revision: number;
      driftedCustomerCount: number;
      roleRollout: Rollout | null;
    };
  }>(
    `query ($id: ID!) {
       selfRegistration(id: $id) {
         revision driftedCustomerCount roleRollout { state total done failed stopReason }
       }
     }`,
    { id: selfRegistrationId },
  );
  return selfRegistration;
};

/** Starts a rollout of what the page gives now; the codes of what was wrong. */
export const applyRoles = async (
  by: Browser,
  selfRegistrationId: string,
  revision?: number,
): Promise<string[]> => {
  const seen = revision ?? (await stateOf(by, selfRegistrationId)).revision;
  const { applyRolesToCustomers } = await by.data<{
    applyRolesToCustomers: { userErrors: { code: string }[] };
  }>(
    `mutation ($id: ID!, $revision: Int!) {
       applyRolesToCustomers(selfRegistrationId: $id, revision: $revision) {
         roleRollout { id } userErrors { code }
       }
     }`,
    { id: selfRegistrationId, revision: seen },
  );
  return applyRolesToCustomers.userErrors.map(({ code }) => code);
};

/** Stops the rollout of a page; the codes of what was wrong. */
export const stopRollout = async (by: Browser, selfRegistrationId: string): Promise<string[]> => {
  const { stopRoleRollout } = await by.data<{
    stopRoleRollout: { userErrors: { code: string }[] };
  }>(
    `mutation ($id: ID!) {
       stopRoleRollout(selfRegistrationId: $id) { roleRollout { state } userErrors { code } }
     }`,
    { id: selfRegistrationId },
  );
  return stopRoleRollout.userErrors.map(({ code }) => code);
};

/** The newest rollout once it has ended. */
export const endOf = async (by: Browser, selfRegistrationId: string): Promise<Rollout> => {
  const latest = async () => (await stateOf(by, selfRegistrationId)).roleRollout;
  await expect.poll(async () => (await latest())?.state, { timeout: 45_000 }).not.toBe('RUNNING');
  const rollout = await latest();
  if (!rollout) throw new Error('There is no rollout.');
  return rollout;
};
