import { inputFault, type InputFault } from '../platform/input-fault.js';
import type { Transact } from '../platform/transaction.js';
import type { TextFault } from '../platform/text.js';
import { isCommonPassword } from './common-passwords.js';
import { findPasswordFault, type PasswordFault } from '@gatehouse/password-rules';
import { passwordFaultMessages } from './password-fault-messages.js';
import type { TenantRepository } from './tenant-repository.js';

export type PasswordErrorCode =
  'LINK_NOT_GOOD' | 'PASSWORD_WRONG' | 'INVALID_EMAIL' | TextFault | PasswordFault;

/** Whose password it is: nothing of it may be in the password. */
export interface PasswordOwner {
  readonly email: string;
  readonly names: readonly (string | null | undefined)[];
}

export interface PasswordPolicy {
  /** The tenant's name is added to the owner's names. */
  faults(
    tenantId: string,
    field: string,
    password: string,
    owner: PasswordOwner,
  ): Promise<InputFault<PasswordFault>[]>;
}

/** The fault of a password at its field, if there is one. */
export const passwordFaults = (
  field: string,
  password: string,
  { email, names }: PasswordOwner,
): InputFault<PasswordFault>[] => {
  const fault = findPasswordFault(password, {
    email,
    names: names.map((name) => name ?? ''),
    isCommon: isCommonPassword,
  });
  return fault ? [inputFault(field, fault, passwordFaultMessages[fault])] : [];
};

export const createPasswordPolicy = (
  transact: Transact,
  tenants: Pick<TenantRepository, 'nameOf'>,
): PasswordPolicy => ({
  faults: async (tenantId, field, password, { email, names }) => {
    const tenantName = await transact(tenantId, (tx) => tenants.nameOf(tx));
    return passwordFaults(field, password, { email, names: [...names, tenantName] });
  },
});
