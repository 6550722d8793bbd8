import { expect } from 'vitest';

/** Calls an operation as this user; throws a top-level error with its `code`. */
type Call = <T>(userId: string, query: string, variables?: Record<string, unknown>) => Promise<T>;

interface Fault {
  readonly field: string[];
  readonly code: string;
  readonly message: string;
}

export interface RoleView {
  readonly id: string;
  readonly name: string;
  readonly description: string | null;
  readonly isDefault: boolean;
  readonly userCount: number;
  readonly viewerCan: string[];
}

export interface GroupView {
  readonly id: string;
  readonly name: string;
  readonly type: string;
  readonly kind: string;
  readonly memberCount: number;
  readonly owner: { readonly name: string };
  readonly viewerCan: string[];
}

export interface PermissionView {
  readonly id: string;
  readonly role: { readonly name: string };
  readonly userGroup: { readonly name: string };
  readonly entityGroup: { readonly name: string } | null;
}

export interface Naming {
  readonly userGroupId: string;
  readonly roleId: string;
  readonly entityGroupId?: string;
}

export interface Sharing {
  readonly userGroupId: string;
  readonly entityGroupId: string;
  readonly access: 'READ' | 'WRITE' | 'ROLE';
  readonly roleId?: string;
}

interface MemberPage {
  readonly nodes: { readonly id: string; readonly type: string; readonly name: string }[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
}

/** A payload: what was made or changed, and why not. */
export interface Outcome<T> {
  readonly value: T | null;
  /** Such as `input.name NAME_TAKEN`. */
  readonly faults: readonly string[];
  readonly messages: readonly string[];
}

const roleFields = 'id name description isDefault userCount viewerCan';
const groupFields = 'id name type kind memberCount viewerCan owner { name }';
const permissionFields = 'id role { name } userGroup { name } entityGroup { name }';

/** What a payload holds where nothing was refused. */
export const done = <T>({ value, faults }: Outcome<T>): T => {
  expect(faults).toEqual([]);
  return value as T;
};

/** The access part of the API, as the console calls it. */
export const createAccessApi = (call: Call) => {
  const query = async <T>(
    as: string,
    header: string,
    field: string,
    variables: Record<string, unknown>,
  ): Promise<T> => {
    const [name = ''] = /^\w+/.exec(field) ?? [];
    const answer = await call<Record<string, T>>(as, `${header} { ${field} }`, variables);
    return answer[name] as T;
  };
  const mutate = async <T>(
    as: string,
    args: string,
    field: string,
    value: string,
    variables: Record<string, unknown>,
  ): Promise<Outcome<T>> => {
    const selection = `${field} { value: ${value} userErrors { field code message } }`;
    const header = `mutation (${args})`;
    const payload = await query<{ value: T | null; userErrors: Fault[] }>(
      as,
      header,
      selection,
      variables,
    );
    return {
      value: payload.value,
      faults: payload.userErrors.map(({ field: path, code }) => `${path.join('.')} ${code}`),
      messages: payload.userErrors.map(({ message }) => message),
    };
  };
  const change = <T>(operation: string, input: string, value: string) => {
    return (as: string, id: string, changes: object): Promise<Outcome<T>> =>
      mutate(as, `$id: ID!, $input: ${input}!`, `${operation}(id: $id, input: $input)`, value, {
        id,
        input: changes,
      });
  };
  const create = <T>(operation: string, input: string, value: string) => {
    return (as: string, fields: object): Promise<Outcome<T>> =>
      mutate(as, `$input: ${input}!`, `${operation}(input: $input)`, value, { input: fields });
  };
  const remove = (operation: string, also = '') => {
    return (as: string, id: string): Promise<Outcome<string>> =>
      mutate(as, '$id: ID!', `${operation}(id: $id${also})`, 'deletedId', { id });
  };
  const membership = (operation: string) => {
    return (as: string, groupId: string, entityIds: readonly string[]) =>
      mutate<GroupView>(
        as,
        '$groupId: ID!, $entityIds: [ID!]!',
        `${operation}(groupId: $groupId, entityIds: $entityIds)`,
        `entityGroup { ${groupFields} }`,
        { groupId, entityIds },
      );
  };

  return {
    role: (as: string, id: string) =>
      query<RoleView>(as, 'query ($id: ID!)', `role(id: $id) { ${roleFields} }`, { id }),
    roles: (as: string, filter: object = {}) =>
      query<{ items: RoleView[]; totalCount: number }>(
        as,
        'query ($filter: RoleFilter)',
        `roles(filter: $filter, limit: 100) { totalCount items { ${roleFields} } }`,
        { filter },
      ),
    createRole: create<RoleView>('createRole', 'CreateRoleInput', `role { ${roleFields} }`),
    updateRole: change<RoleView>('updateRole', 'UpdateRoleInput', `role { ${roleFields} }`),
    copyRole: (as: string, id: string, name: string) =>
      mutate<RoleView>(
        as,
        '$id: ID!, $name: String!',
        'copyRole(id: $id, name: $name)',
        `role { ${roleFields} }`,
        { id, name },
      ),
    deleteRole: remove('deleteRole', ', evenInUse: true'),

    group: (as: string, id: string) =>
      query<GroupView>(as, 'query ($id: ID!)', `entityGroup(id: $id) { ${groupFields} }`, { id }),
    groups: (as: string, filter: object = {}) =>
      query<{ items: GroupView[]; totalCount: number }>(
        as,
        'query ($filter: EntityGroupFilter)',
        `entityGroups(filter: $filter, limit: 100) { totalCount items { ${groupFields} } }`,
        { filter },
      ),
    createGroup: create<GroupView>(
      'createEntityGroup',
      'CreateEntityGroupInput',
      `entityGroup { ${groupFields} }`,
    ),
    updateGroup: change<GroupView>(
      'updateEntityGroup',
      'UpdateEntityGroupInput',
      `entityGroup { ${groupFields} }`,
    ),
    deleteGroup: remove('deleteEntityGroup', ', evenInUse: true'),

    members: (as: string, groupId: string, first = 20, after: string | null = null) =>
      query<MemberPage>(
        as,
        'query ($groupId: ID!, $first: Int, $after: String)',
        `entityGroupMembers(groupId: $groupId, first: $first, after: $after) {
           nodes { id type name } pageInfo { hasNextPage endCursor } }`,
        { groupId, first, after },
      ),
    add: membership('addToEntityGroup'),
    remove: membership('removeFromEntityGroup'),

    permissions: (as: string, userGroupId: string) =>
      query<PermissionView[]>(
        as,
        'query ($userGroupId: ID!)',
        `groupPermissions(userGroupId: $userGroupId) { ${permissionFields} }`,
        { userGroupId },
      ),
    grant: (as: string, input: Naming) =>
      mutate<PermissionView>(
        as,
        '$input: GrantPermissionInput!',
        'grantPermission(input: $input)',
        `groupPermission { ${permissionFields} }`,
        { input },
      ),
    changeOwner: (as: string, type: string, id: string, ownerCustomerId: string | null) =>
      mutate<{ readonly name: string }>(
        as,
        '$input: ChangeOwnerInput!',
        'changeOwner(input: $input)',
        'entity { name }',
        { input: { type, id, ownerCustomerId } },
      ),
    share: (as: string, input: Sharing) =>
      mutate<PermissionView>(
        as,
        '$input: ShareEntityGroupInput!',
        'shareEntityGroup(input: $input)',
        `groupPermission { ${permissionFields} }`,
        { input },
      ),
    shares: async (as: string, entityGroupId: string): Promise<readonly PermissionView[]> => {
      const { nodes } = await query<{ nodes: PermissionView[] }>(
        as,
        'query ($id: ID!)',
        `entityGroupShares(entityGroupId: $id) { totalCount nodes { ${permissionFields} } }`,
        { id: entityGroupId },
      );
      return nodes;
    },
    revoke: remove('revokePermission'),
  };
};
