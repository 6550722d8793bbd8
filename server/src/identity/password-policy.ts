import { inputFault, type InputFault } from '../platform/input-fault.js';
import type { Transact } from '../platform/transaction.js';
import type { TextFault } from '../platform/text.js';
import { isCommonPassword } from './common-passwords.js';
import { findPasswordFault, passwordFaultMessages, type PasswordFault } from './password-rules.js';
import type { TenantRepository } from './tenant-repository.js';

export type PasswordErrorCode =
  'LINK_NOT_GOOD' | 'PASSWORD_WRONG' | 'INVALID_EMAIL' | TextFault | PasswordFault;

export interface PasswordPolicy {
  /** @param personal the person's address and names; the tenant's name is added */
  faults(
    tenantId: string,
    field: string,
    password: string,
    personal: readonly (string | null | undefined)[],
  ): Promise<InputFault<PasswordFault>[]>;
}

/** The fault of a password at its field, if there is one. */
export const passwordFaults = (
  field: string,
  password: string,
  personal: readonly (string | null | undefined)[],
): InputFault<PasswordFault>[] => {
  const words = personal.filter((text): text is string => Boolean(text));
  const fault = findPasswordFault(password, words, isCommonPassword);
  return fault ? [inputFault(field, fault, passwordFaultMessages[fault])] : [];
};

export const createPasswordPolicy = (
  transact: Transact,
  tenants: Pick<TenantRepository, 'nameOf'>,
): PasswordPolicy => ({
  faults: async (tenantId, field, password, personal) => {
    const tenantName = await transact(tenantId, (tx) => tenants.nameOf(tx));
    return passwordFaults(field, password, [...personal, tenantName]);
  },
});
