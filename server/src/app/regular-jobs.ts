import type { Task } from '../platform/queue/task.js';
import type { Slices } from './slices.js';

/** Minute, hour, day of month, month, day of week; UTC. */
export const crontab = [
  '*/10 * * * * expire-registrations',
  '17 * * * * purge-sessions',
  '41 3 * * * forget-consent-addresses',
].join('\n');

/** Every task of the queue, by name. */
export const createTasks = ({
  mail,
  registration,
  identity,
  legal,
}: Slices): Readonly<Record<string, Task>> => ({
  ...mail.tasks,
  'expire-registrations': () => registration.expireRegistrations(),
  'purge-sessions': () => identity.purgeSessions(),
  'forget-consent-addresses': () => legal.forgetAddresses(),
});
