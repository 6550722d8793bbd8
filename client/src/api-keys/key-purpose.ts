import type { ResourcePermissionInput } from '../generated/graphql';

/** What most keys are for; anything else is chosen permission by permission. */
export const KEY_PURPOSES = ['signUp', 'configure', 'read', 'custom'] as const;
export type KeyPurpose = (typeof KEY_PURPOSES)[number];

/** What a key for the purpose holds. */
export const PERMISSIONS_OF: Readonly<
  Record<Exclude<KeyPurpose, 'custom'>, ResourcePermissionInput[]>
> = {
  signUp: [
    { resource: 'REGISTRATION', operations: ['READ', 'CREATE', 'WRITE'] },
    { resource: 'SELF_REGISTRATION', operations: ['READ'] },
  ],
  configure: [
    { resource: 'SELF_REGISTRATION', operations: ['ALL'] },
    { resource: 'DOMAIN', operations: ['READ'] },
    { resource: 'LEGAL_DOCUMENT', operations: ['ALL'] },
    { resource: 'REGISTRATION', operations: ['READ'] },
  ],
  read: [{ resource: 'ALL', operations: ['READ', 'READ_ATTRIBUTES'] }],
};

/** Days until a key expires, as the form offers them; the API takes 1 to 365. */
export const LIFETIMES_DAYS = [7, 30, 90, 180, 365] as const;
