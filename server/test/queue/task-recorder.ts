import type { Task, TaskAttempt } from '../../src/platform/queue/task.js';

interface Run {
  readonly payload: unknown;
  readonly attempt: TaskAttempt;
}

/** A task that remembers its runs and can be waited for. */
export interface TaskRecorder {
  readonly task: Task;
  readonly runs: readonly Run[];
  /** The next run that was not handed out yet. */
  next(): Promise<Run>;
}

/** @param work what the task does besides, e.g. wait or fail */
export const recordTask = (work: Task = async () => undefined): TaskRecorder => {
  const runs: Run[] = [];
  const waiting: ((run: Run) => void)[] = [];
  let handedOut = 0;
  return {
    runs,
    async task(payload, attempt) {
      const run = { payload, attempt };
      runs.push(run);
      const hear = waiting.shift();
      if (hear) {
        handedOut += 1;
        hear(run);
      }
      await work(payload, attempt);
    },
    next() {
      const run = runs[handedOut];
      if (!run) return new Promise((resolve) => waiting.push(resolve));
      handedOut += 1;
      return Promise.resolve(run);
    },
  };
};
