import type { RoleOption } from '../access';
import type {
  CreateSelfRegistrationInput,
  EntityType,
  SelfRegistrationFieldsFragment,
} from '../generated/graphql';
import type { PickerOption } from '../ui/picker-option';
import type { Faults } from './faults';

/** A row of the table "User group roles". */
export interface AssignmentRow {
  key: string;
  role: RoleOption | null;
  /** Only with a group role. */
  groupType: EntityType | null;
  group: PickerOption | null;
  /** Name of a role or group that was deleted since. */
  gone: string | null;
}

type SavedRow = SelfRegistrationFieldsFragment['groupRoleAssignments'][number];

export function emptyRow(role: RoleOption | null = null): AssignmentRow {
  return { key: crypto.randomUUID(), role, groupType: null, group: null, gone: null };
}

export function toAssignmentRow(saved: SavedRow): AssignmentRow {
  const { role, entityGroup } = saved;
  return {
    key: saved.id,
    role: role && { id: role.id, label: role.name, type: role.type },
    groupType: saved.groupType,
    group: entityGroup && { id: entityGroup.id, label: entityGroup.name },
    gone: goneName(saved),
  };
}

function goneName(row: SavedRow) {
  if (!row.role) return row.roleName;
  return row.entityGroupName && !row.entityGroup ? row.entityGroupName : null;
}

/** Whether the row says all that it needs. */
export function isComplete({ role, group }: AssignmentRow): boolean {
  return role !== null && (role.type !== 'GROUP' || group !== null);
}

export function toAssignmentsInput(
  rows: AssignmentRow[],
): CreateSelfRegistrationInput['groupRoleAssignments'] {
  return rows.map((row) => ({
    roleId: row.role?.id ?? '',
    entityGroupId: row.role?.type === 'GROUP' ? (row.group?.id ?? null) : null,
  }));
}

export function findAssignmentFaults(rows: AssignmentRow[]): Faults {
  const faults: Faults = {};
  const seen = new Set<string>();
  rows.forEach(({ role, group }, index) => {
    const field = `groupRoleAssignments.${index}`;
    if (!role) {
      faults[`${field}.roleId`] = 'roleMissing';
    } else if (role.type === 'GROUP' && !group) {
      faults[`${field}.entityGroupId`] = 'groupMissing';
    } else {
      const pair = `${role.id} ${role.type === 'GROUP' ? group?.id : ''}`;
      if (seen.has(pair)) faults[`${field}.roleId`] = 'rowTwice';
      seen.add(pair);
    }
  });
  return faults;
}
