import type { Limit } from '../platform/limits/rate-limits.js';

const minute = 60;
const hour = 60 * minute;
const day = 24 * hour;

/**
 * Who may do what how often. Mail figures: security rules, «Limits»; the others keep one network
 * from using up what a whole tenant needs, and leave room for a classroom behind one address.
 */
export const defaultLimits = {
  /** Mails to one recipient. */
  mailPerMinute: { points: 1, seconds: minute },
  mailPerHour: { points: 5, seconds: hour },
  /** Mails to one recipient that one network caused. */
  mailPerNetwork: { points: 2, seconds: hour },
  registerPerNetwork: { points: 60, seconds: hour },
  registerPerPage: { points: 3_000, seconds: hour },
  resendPerNetwork: { points: 30, seconds: hour },
  activatePerNetwork: { points: 120, seconds: hour },
  /** Wrong codes for one address. */
  codePerAddress: { points: 10, seconds: day },
  /** Captcha challenges. */
  challengePerNetwork: { points: 240, seconds: hour },
  signInPerNetwork: { points: 120, seconds: hour },
  /** Wrong passwords of one account from one network: a stranger elsewhere locks nobody out. */
  signInPerAccountAndNetwork: { points: 8, seconds: 15 * minute },
  /** Wrong passwords of one account from anywhere: against a distributed guesser, and short. */
  signInPerAccount: { points: 60, seconds: 15 * minute },
  /** Mails that tell of a lock: once, and then for a while whatever locks it again. */
  lockMailPerAccount: { points: 1, seconds: hour },
  resetPerNetwork: { points: 30, seconds: hour },
  linkPerNetwork: { points: 60, seconds: hour },
  /** Mails that try the mail server: each shows what it answers. */
  testMailPerTenant: { points: 30, seconds: hour },
  /** Test notices: each calls or mails somebody. */
  testNoticePerTenant: { points: 30, seconds: hour },
  invitePerTenant: { points: 500, seconds: hour },
  /** Whoever registers may invite colleagues, not the world. */
  invitePerUser: { points: 50, seconds: hour },
} as const satisfies Record<string, Limit>;

export type LimitName = keyof typeof defaultLimits;
export type Limits = Readonly<Record<LimitName, Limit>>;
