import type { Principal } from '../access/index.js';
import type { FoundSession } from './session-repository.js';

/** Legal texts stand above this slice: what it must know of them before anything may be called. */
export type ConsentState = 'UP_TO_DATE' | 'ASKED' | 'REQUIRED';

/** What a session is worth now, whoever's call bears it. */
export interface CurrentSession extends FoundSession {
  readonly principal: Principal;
  readonly consentState: ConsentState;
  /** The administrator behind «sign in as». */
  readonly impersonatorName: string | null;
}
