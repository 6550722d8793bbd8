/** Why a rollout ended before everybody had the roles. */
export type RolloutStop =
  'PAGE_CHANGED' | 'GRANT_EXCEEDS_OWN' | 'STARTER_GONE' | 'TOO_MANY_FAILED' | 'BY_HAND';

/** Gives the roles of a page, as they are now, to customers who registered on it before. */
export interface RoleRollout {
  readonly id: string;
  readonly selfRegistrationId: string;
  readonly state: 'RUNNING' | 'DONE' | 'STOPPED';
  /** What the page gave when it was started: only that is given. */
  readonly promised: string;
  /** Customers that differed at the start. */
  readonly total: number;
  readonly done: number;
  readonly failedGroupIds: readonly string[];
  readonly stopReason: RolloutStop | null;
  /** In English, for the person who started it; who stopped it when that was done by hand. */
  readonly stopDetail: string | null;
  /** Null once the user is deleted. */
  readonly startedBy: string | null;
  readonly startedByName: string;
  readonly startedAt: Date;
  readonly finishedAt: Date | null;
}

export type RoleRolloutErrorCode =
  'GRANT_EXCEEDS_OWN' | 'REVISION_OUTDATED' | 'ROLE_GONE' | 'ALREADY_RUNNING' | 'NOT_RUNNING';

/** Something is wrong beyond single customers. */
export const mostFailures = 100;
