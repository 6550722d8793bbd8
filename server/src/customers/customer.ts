import type { Operation } from '../access/index.js';
import {
  emailAddressMessages,
  parseEmailAddress,
  type EmailAddressErrorCode,
} from '../platform/email/email-address.js';
import { inputFault, type InputFault, type InputFaults } from '../platform/input-fault.js';
import { fail, ok, type Result } from '../platform/result.js';
import { parseText, textFaults } from '../platform/text.js';
import type { PostalAddress } from './postal-address.js';

export interface CustomerFields {
  /** Need not be unique. */
  readonly title: string;
  /** For contact only: nobody signs in with it. */
  readonly email: string | null;
}

/** The isolated scope of one registrant and the colleagues they invite. */
export interface Customer extends CustomerFields, PostalAddress {
  readonly id: string;
  /** The customer that owns it, null for the tenant. */
  readonly parentId: string | null;
  readonly createdAt: Date;
}

/** A customer as one viewer may see it. */
export interface CustomerView extends Customer {
  readonly viewerCan: readonly Operation[];
}

/** How much a customer and all below it hold; the customer itself is not counted. */
export interface CustomerContents {
  readonly users: number;
  readonly devices: number;
  readonly assets: number;
  readonly dashboards: number;
  readonly subCustomers: number;
  readonly roles: number;
  readonly groups: number;
}

/** Absent keeps, null clears. */
export interface CustomerInput {
  readonly title?: string | null;
  readonly email?: string | null;
}

export type CustomerErrorCode =
  | 'REQUIRED'
  | 'TOO_LONG'
  | 'INVALID_TEXT'
  | 'INVALID_EMAIL'
  | 'INVALID_CHOICE'
  | 'NOT_ALLOWED'
  | 'NOT_FOUND';

/** Every decision walks up the owners: a chain without end would slow down all of them. */
export const mostLevels = 20;

/** Before anything is filled in; the title has to be. */
export const blankCustomer: CustomerFields = { title: '', email: null };

const titleRule = { max: 255, required: true } as const;

/** The fields after an input; all faults at once. */
export const fillIn = (
  current: CustomerFields,
  input: CustomerInput,
): Result<CustomerFields, InputFaults<CustomerErrorCode>> => {
  // A title made at activation may be longer than what people type; it stays while nobody types.
  const title = input.title === undefined ? ok(current.title) : parseText(input.title, titleRule);
  const email = input.email === undefined ? ok(current.email) : parseEmail(input.email);
  if (title.ok && email.ok) return ok({ title: title.value, email: email.value });
  return fail([
    ...textFaults('title', title, titleRule),
    ...(email.ok ? [] : [emailFault(email.failure)]),
  ]);
};

const parseEmail = (typed: string | null): Result<string | null, EmailAddressErrorCode> => {
  if (typed === null || typed.trim() === '') return ok(null);
  const email = parseEmailAddress(typed);
  return email.ok ? ok(email.value.asTyped) : email;
};

const emailFault = (code: EmailAddressErrorCode): InputFault<CustomerErrorCode> =>
  inputFault('email', code, emailAddressMessages[code]);
