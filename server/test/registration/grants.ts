import type { Browser, TestApp } from '../harness/app.js';
import { addUser } from '../identity/people.js';
import type { UserError } from './sign-up.js';

let made = 0;
const unique = (word: string): string => `${word} ${(made += 1)}`;

type Given = Readonly<Record<string, readonly string[]>>;

export interface Named {
  readonly id: string;
  readonly name: string;
}

const permissionsOf = (given: Given) =>
  Object.entries(given).map(([resource, operations]) => ({ resource, operations }));

/** A role of the tenant: GENERIC by its permissions, or GROUP by operations. */
export const makeRole = async (by: Browser, given: Given | readonly string[]): Promise<Named> => {
  const rights = Array.isArray(given)
    ? { type: 'GROUP', operations: given }
    : { type: 'GENERIC', permissions: permissionsOf(given as Given) };
  const { createRole } = await by.data<{ createRole: { role: Named } }>(
    `mutation ($input: CreateRoleInput!) { createRole(input: $input) { role { id name } } }`,
    { input: { name: unique('Role'), ...rights } },
  );
  return createRole.role;
};

/** Changes what a generic role gives; the codes of what was wrong. */
export const changeRole = async (by: Browser, id: string, given: Given): Promise<string[]> => {
  const { updateRole } = await by.data<{ updateRole: { userErrors: UserError[] } }>(
    `mutation ($id: ID!, $input: UpdateRoleInput!) {
       updateRole(id: $id, input: $input) { userErrors { field code } }
     }`,
    { id, input: { permissions: permissionsOf(given) } },
  );
  return updateRole.userErrors.map(({ code }) => code);
};

export const makeGroup = async (by: Browser, type: string): Promise<Named> => {
  const { createEntityGroup } = await by.data<{ createEntityGroup: { entityGroup: Named } }>(
    `mutation ($input: CreateEntityGroupInput!) {
       createEntityGroup(input: $input) { entityGroup { id name } }
     }`,
    { input: { name: unique('Group'), type } },
  );
  return createEntityGroup.entityGroup;
};

/** The tenant's own group of all entities of a type. */
export const groupOfAll = async (by: Browser, type: string): Promise<string> => {
  const { entityGroups } = await by.data<{
    entityGroups: { items: { id: string; kind: string }[] };
  }>(
    `query ($filter: EntityGroupFilter) { entityGroups(filter: $filter, limit: 100) { items { id kind } } }`,
    { filter: { type, ownerCustomerId: null } },
  );
  const all = entityGroups.items.find(({ kind }) => kind === 'ALL');
  if (!all) throw new Error(`The tenant has no group of all of type ${type}.`);
  return all.id;
};

/** Deletes a role or an entity group, whoever uses it. */
export const remove = async (
  by: Browser,
  mutation: 'deleteRole' | 'deleteEntityGroup',
  { id }: Named,
): Promise<void> => {
  const answer = await by.data<Record<string, { deletedId: string | null }>>(
    `mutation ($id: ID!) {
       ${mutation}(id: $id, evenInUse: true) { deletedId userErrors { code } }
     }`,
    { id },
  );
  if (!answer[mutation]?.deletedId) throw new Error(`${mutation} was refused.`);
};

/** An administrator of the tenant who holds this and no more, signed in on the console. */
export const addClerk = async (app: TestApp, by: Browser, given: Given): Promise<Browser> => {
  const [role, group] = [await makeRole(by, given), await makeGroup(by, 'USER')];
  await by.data(
    `mutation ($input: GrantPermissionInput!) { grantPermission(input: $input) { userErrors { code } } }`,
    { input: { userGroupId: group.id, roleId: role.id } },
  );
  return (await addUser(app, by, 'localhost', { groupIds: [group.id] })).browser;
};
