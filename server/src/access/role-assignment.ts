import type { EntityGroup } from './entity-group.js';
import { wouldShowRegistrants } from './registrant-exposure.js';
import type { Role } from './role.js';

/** A role for registrants, with the entity group on which it counts when it is of type GROUP. */
export interface RoleAssignment {
  readonly roleId: string;
  readonly entityGroupId: string | null;
}

/** An assignment with what it names. */
export interface ResolvedAssignment {
  readonly role: Role;
  readonly entityGroup: EntityGroup | null;
}

export interface AssignmentFault {
  /** Position in the list. */
  readonly index: number;
  readonly field: keyof RoleAssignment;
  readonly code:
    | 'NOT_FOUND'
    | 'REQUIRED'
    | 'TYPE_MISMATCH'
    | 'SHOWS_REGISTRANTS'
    | 'DUPLICATE'
    | 'GRANT_EXCEEDS_OWN';
  readonly message: string;
}

/** What a table of roles comes to before it is saved. */
export interface ExaminedAssignments {
  /** Rows whose role and group exist, also those that the viewer may not promise. */
  readonly resolved: readonly ResolvedAssignment[];
  readonly faults: readonly AssignmentFault[];
}

/** What an assignment looked like when it was saved. */
export interface SavedAssignment {
  readonly roleId: string | null;
  readonly roleName: string;
  readonly entityGroupId: string | null;
  readonly entityGroupName: string | null;
}

/** Why a row would give nothing: activation skips it, too. */
export const misfit = (
  { role, entityGroup }: ResolvedAssignment,
  index: number,
  entered: readonly string[] = [],
): AssignmentFault | null => {
  const ofGroup = role.rights.type === 'GROUP';
  if (ofGroup && !entityGroup) {
    const message = 'Choose the group on which this role counts.';
    return { index, field: 'entityGroupId', code: 'REQUIRED', message };
  }
  if (!ofGroup && entityGroup) {
    const message = 'A generic role takes no group: it counts for all that a registrant owns.';
    return { index, field: 'entityGroupId', code: 'TYPE_MISMATCH', message };
  }
  if (entityGroup && wouldShowRegistrants(entityGroup, entered)) {
    const message = 'This would show registrants to each other: choose another group.';
    return { index, field: 'entityGroupId', code: 'SHOWS_REGISTRANTS', message };
  }
  return null;
};
