declare const transactionMark: unique symbol;

/** An open transaction of one tenant. Only `postgres/` folders can look inside. */
export interface Tx {
  readonly tenantId: string;
  readonly [transactionMark]: true;
}

/**
 * Runs `work` in one transaction behind the tenant's wall. Commits when it returns,
 * rolls back when it throws or returns a failed `Result`.
 */
export type Transact = <T>(tenantId: string, work: (tx: Tx) => Promise<T>) => Promise<T>;

/** Whether a value is a failed `Result`: the reason for a rollback. */
export const isFailed = (value: unknown): boolean =>
  typeof value === 'object' &&
  value !== null &&
  'ok' in value &&
  value.ok === false &&
  'failure' in value;
