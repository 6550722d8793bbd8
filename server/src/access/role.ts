import type { Operation } from './permission-matrix.js';
import type { RoleRights } from './role-rights.js';

export interface Role {
  readonly id: string;
  /** Null for the tenant. */
  readonly ownerCustomerId: string | null;
  readonly name: string;
  readonly description: string | null;
  /** Comes with the tenant; can be copied, never changed. */
  readonly isDefault: boolean;
  readonly rights: RoleRights;
  readonly createdAt: Date;
}

export type RoleErrorCode =
  | 'REQUIRED'
  | 'TOO_LONG'
  | 'INVALID_TEXT'
  | 'NAME_TAKEN'
  | 'NO_PERMISSION'
  | 'OPERATION_NOT_ALLOWED'
  | 'TYPE_MISMATCH'
  | 'DEFAULT_ROLE'
  | 'GRANT_EXCEEDS_OWN'
  | 'NOT_ALLOWED'
  | 'NOT_FOUND';

/** What nobody can do with a default role. */
export const withheldOnRole = ({ isDefault }: Role): readonly Operation[] =>
  isDefault ? ['WRITE', 'DELETE'] : [];

export type RoleContent = Pick<Role, 'name' | 'description' | 'rights'>;

/** What the audit log keeps of a role. */
export const describeRole = ({ name, description, rights }: Role): Record<string, unknown> => ({
  name,
  description,
  ...rights,
});
