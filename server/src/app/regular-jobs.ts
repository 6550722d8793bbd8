import type { Task } from '../platform/queue/task.js';
import type { Slices } from './slices.js';

/** Minute, hour, day of month, month, day of week; UTC. */
export const crontab = ['*/10 * * * * expire-registrations', '17 * * * * purge-sessions'].join(
  '\n',
);

/** Every task of the queue, by name. */
export const createTasks = ({
  mail,
  registration,
  identity,
  notifications,
}: Slices): Readonly<Record<string, Task>> => ({
  ...mail.tasks,
  ...notifications.tasks,
  'expire-registrations': () => registration.expireRegistrations(),
  'purge-sessions': () => identity.purgeSessions(),
});
