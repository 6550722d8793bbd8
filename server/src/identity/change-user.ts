import type { Viewer } from '../access/index.js';
import { changedFields } from '../audit/index.js';
import { argumentFault, failWith, type InputFaults } from '../platform/input-fault.js';
import { ok, type Result } from '../platform/result.js';
import type { ActOnUser } from './act-on-user.js';
import type { AuditUser } from './audit-user.js';
import { parsePerson, type PersonInput } from './person-fields.js';
import type { UserErrorCode } from './user-fault.js';
import type { UserRepository } from './user-repository.js';
import type { User } from './user.js';

interface Deps {
  readonly actOnUser: ActOnUser;
  readonly users: UserRepository;
  readonly auditUser: AuditUser;
}

const auditedFields = ({ email, firstName, lastName, phone, authority, customerId }: User) => ({
  email,
  firstName,
  lastName,
  phone,
  authority,
  customerId,
});

/** Names and phone number, and the end. */
export const createChangeUser = ({ actOnUser, users, auditUser }: Deps) => ({
  /** Absent keeps, null clears. */
  update: async (
    viewer: Viewer,
    id: string,
    input: PersonInput,
  ): Promise<Result<User, InputFaults<UserErrorCode>>> =>
    actOnUser(viewer, id, 'WRITE', async (tx, user) => {
      const { given, faults } = parsePerson(input);
      if (faults.length > 0) return failWith<UserErrorCode>(...faults);
      const changed = { ...user, ...given };
      const changes = changedFields(auditedFields(user), auditedFields(changed));
      if (changes) {
        await users.update(tx, id, given);
        await auditUser(tx, viewer, 'updated', changed, changes);
      }
      return ok(changed);
    }),

  /** Sessions and links go with the user; what they own belongs to their customer and stays. */
  delete: async (
    viewer: Viewer,
    id: string,
  ): Promise<Result<string, InputFaults<'NOT_ALLOWED'>>> => {
    if (id === viewer.principal.userId) {
      const advice = 'Nobody deletes themselves: ask somebody else to do it.';
      return failWith(argumentFault('id', 'NOT_ALLOWED' as const, advice));
    }
    return actOnUser(viewer, id, 'DELETE', async (tx, user) => {
      await users.delete(tx, id);
      await auditUser(tx, viewer, 'deleted', user, { before: auditedFields(user) });
      return ok(id);
    });
  },
});

export type ChangeUser = ReturnType<typeof createChangeUser>;
