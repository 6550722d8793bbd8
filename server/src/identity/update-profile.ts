import { holds } from '../access/index.js';
import { changedFields, type RecordAudit } from '../audit/index.js';
import { forbidden } from '../platform/failures.js';
import { failWith, type InputFaults } from '../platform/input-fault.js';
import { supportedLocale } from '../platform/locale/locale.js';
import { ok, type Result } from '../platform/result.js';
import type { Transact } from '../platform/transaction.js';
import type { SignedIn } from './authenticate.js';
import { parsePerson, type PersonFault, type PersonInput } from './person-fields.js';
import type { UserRepository } from './user-repository.js';
import { nameOf, type User } from './user.js';

interface Deps {
  readonly transact: Transact;
  readonly users: UserRepository;
  readonly recordAudit: RecordAudit;
}

export interface ProfileInput extends PersonInput {
  readonly locale?: string | null;
}

/** A person's own name, phone number and language; absent keeps, null clears. */
export const createUpdateProfile =
  ({ transact, users, recordAudit }: Deps) =>
  (viewer: SignedIn, input: ProfileInput): Promise<Result<User, InputFaults<PersonFault>>> => {
    if (!holds(viewer.principal, 'PROFILE', 'WRITE')) throw forbidden('PROFILE:WRITE');
    const { given, faults } = parsePerson(input);
    if (faults.length > 0) return Promise.resolve(failWith(...faults));
    const locale = input.locale == null ? input.locale : supportedLocale(input.locale);
    const changes = { ...given, ...(locale !== undefined && { locale }) };
    return transact(viewer.user.tenantId, async (tx) => {
      const user = { ...viewer.user, ...changes };
      await users.update(tx, user.id, changes);
      await recordAudit(tx, viewer.actor, {
        action: 'user.profile-changed',
        entityType: 'USER',
        entityId: user.id,
        entityName: nameOf(user),
        ...changedFields({ ...viewer.user }, { ...user }),
      });
      return ok(user);
    });
  };

export type UpdateProfile = ReturnType<typeof createUpdateProfile>;
