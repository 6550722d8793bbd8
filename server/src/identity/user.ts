import type { Authority } from '../access/index.js';

export type UserState = 'INVITED' | 'ACTIVE' | 'DISABLED';

/** A person who can sign in. */
export interface User {
  readonly id: string;
  readonly tenantId: string;
  readonly authority: Authority;
  /** Exactly for CUSTOMER_USER. */
  readonly customerId: string | null;
  /** As typed. */
  readonly email: string;
  readonly firstName: string | null;
  readonly lastName: string | null;
  /** As typed. */
  readonly phone: string | null;
  readonly locale: string | null;
  readonly state: UserState;
  readonly lastSignInAt: Date | null;
  readonly createdAt: Date;
}

/** How a person is called on screens, in mails and in the audit log. */
export const nameOf = (user: Pick<User, 'firstName' | 'lastName' | 'email'>): string =>
  [user.firstName, user.lastName].filter(Boolean).join(' ') || user.email;
