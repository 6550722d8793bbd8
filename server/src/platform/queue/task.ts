/** Work of the queue: it checks its payload and calls one use case. A failed try is repeated. */
export type Task = (payload: unknown, attempt: TaskAttempt) => Promise<void>;

export interface TaskAttempt {
  /** 1 for the first try. */
  readonly number: number;
  readonly isLast: boolean;
}
