import { dayMs } from '../platform/clock.js';
import { inputFault, type InputFault, type InputFaults } from '../platform/input-fault.js';
import { fail, ok, type Result } from '../platform/result.js';
import { parseText, textFaults, type TextFault } from '../platform/text.js';

/** Lets a number of people sign up on one page. The code itself is 256 random bits, stored hashed. */
export interface InviteCode {
  readonly id: string;
  readonly selfRegistrationId: string;
  readonly label: string;
  /** How many people it lets in. */
  readonly quota: number;
  /** How many have an account by it. */
  readonly used: number;
  /** How many signed up with it and have no account yet; who never gets one gives the place back. */
  readonly reserved: number;
  /** Null: it never ends by itself. */
  readonly expiresAt: Date | null;
  readonly revokedAt: Date | null;
  readonly createdAt: Date;
  /** The name of the administrator, as it was then. */
  readonly createdBy: string;
}

export type InviteCodeState = 'ACTIVE' | 'USED_UP' | 'EXPIRED' | 'REVOKED';

export type InviteCodeErrorCode = TextFault | 'NOT_FOUND' | 'OUT_OF_RANGE' | 'TOO_MANY';

export const stateOf = (code: InviteCode, now: Date): InviteCodeState => {
  if (code.revokedAt) return 'REVOKED';
  if (code.expiresAt && code.expiresAt <= now) return 'EXPIRED';
  return code.used + code.reserved >= code.quota ? 'USED_UP' : 'ACTIVE';
};

/** Most codes of a page. */
export const mostCodes = 500;
const labelRule = { max: 255, required: true } as const;
const quotaRange = { min: 1, max: 10_000 } as const;
const dayRange = { min: 1, max: 365 } as const;

export interface InviteCodeDraft {
  readonly label: string;
  readonly quota: number;
  readonly expiresInDays?: number | null;
}

export type NewInviteCode = Pick<InviteCode, 'label' | 'quota' | 'expiresAt'>;

const isWithin = ({ min, max }: { min: number; max: number }, value: number): boolean =>
  value >= min && value <= max;

/** All faults at once. */
export const parseInviteCode = (
  draft: InviteCodeDraft,
  now: Date,
): Result<NewInviteCode, InputFaults<InviteCodeErrorCode>> => {
  const label = parseText(draft.label, labelRule);
  const days = draft.expiresInDays ?? null;
  const faults: InputFault<InviteCodeErrorCode>[] = [...textFaults('label', label, labelRule)];
  if (!isWithin(quotaRange, draft.quota)) {
    const message = `Choose ${quotaRange.min} to ${quotaRange.max} people.`;
    faults.push(inputFault('quota', 'OUT_OF_RANGE', message));
  }
  if (days !== null && !isWithin(dayRange, days)) {
    const message = `Choose ${dayRange.min} to ${dayRange.max} days, or none.`;
    faults.push(inputFault('expiresInDays', 'OUT_OF_RANGE', message));
  }
  if (!label.ok || faults.length > 0) return fail(faults);
  const expiresAt = days === null ? null : new Date(now.getTime() + days * dayMs);
  return ok({ label: label.value, quota: draft.quota, expiresAt });
};
