import type { Locale } from '../platform/locale/locale.js';

/** Whom a recipient stands for, and how they are told. */
export const recipientTypes = [
  'TENANT_ADMINISTRATORS',
  'USERS',
  'CUSTOMER_USERS',
  'USER_GROUPS',
  'ROLES',
  'ALL_USERS',
  'EMAILS',
  'SLACK',
  'TEAMS',
  'WEBHOOK',
] as const;

export type RecipientType = (typeof recipientTypes)[number];

/** Whom to notify. */
export interface Recipient {
  readonly id: string;
  readonly name: string;
  readonly type: RecipientType;
  readonly userIds: readonly string[];
  readonly customerIds: readonly string[];
  readonly userGroupIds: readonly string[];
  readonly roleIds: readonly string[];
  /** Plain addresses, as typed. */
  readonly emails: readonly string[];
  readonly sealedUrl: string | null;
  /** Host and port of the webhook; its path is a secret. */
  readonly urlHost: string | null;
  readonly sealedSigningSecret: string | null;
  /** Whether people are told by e-mail besides in the console. */
  readonly byEmail: boolean;
  /** Language for those who have no account. */
  readonly locale: Locale;
  readonly createdAt: Date;
}

/** Whom a recipient stands for, as far as it is stored in the database. */
export type Audience = Pick<
  Recipient,
  'type' | 'userIds' | 'customerIds' | 'userGroupIds' | 'roleIds'
>;

/** Who is told when a page names no recipient. */
export const tenantAdministrators: Audience & Pick<Recipient, 'byEmail'> = {
  type: 'TENANT_ADMINISTRATORS',
  userIds: [],
  customerIds: [],
  userGroupIds: [],
  roleIds: [],
  byEmail: true,
};

/** Which lists of ids a type needs. */
export const referencesOf = {
  USERS: 'userIds',
  CUSTOMER_USERS: 'customerIds',
  USER_GROUPS: 'userGroupIds',
  ROLES: 'roleIds',
} as const satisfies Partial<Record<RecipientType, keyof Audience>>;

export type ReferenceField = (typeof referencesOf)[keyof typeof referencesOf];
export const referenceFields: readonly ReferenceField[] = Object.values(referencesOf);

export const referenceFieldOf = (type: RecipientType): ReferenceField | null =>
  type in referencesOf ? referencesOf[type as keyof typeof referencesOf] : null;

/** Whether notices go to a web address instead of people. */
export const isWebhook = (type: RecipientType): type is 'SLACK' | 'TEAMS' | 'WEBHOOK' =>
  type === 'SLACK' || type === 'TEAMS' || type === 'WEBHOOK';

/** Somebody with an account who is told. */
export interface Person {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly locale: string | null;
  readonly isAdministrator: boolean;
}

export interface People {
  /** The first ones by address. */
  readonly people: readonly Person[];
  /** Of all. */
  readonly totalCount: number;
}

/** So many people are told by one notice at most; the preview says when there are more. */
export const mostPeople = 1_000;

/** Binds a sealed value to its row. */
export const sealContext = (
  tenantId: string,
  recipientId: string,
  what: 'url' | 'signing secret',
): string => `notification recipient ${tenantId} ${recipientId} ${what}`;
