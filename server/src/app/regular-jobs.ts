import type { LimitName } from '../config/limits.js';
import type { RateLimits } from '../platform/limits/rate-limits.js';
import type { Task } from '../platform/queue/task.js';
import type { Slices } from './slices.js';

/** Minute, hour, day of month, month, day of week; UTC. */
export const crontab = [
  '*/10 * * * * expire-registrations',
  '17 * * * * purge-sessions',
  '23 * * * * purge-rate-limits',
  '41 3 * * * forget-consent-addresses',
].join('\n');

/** Every task of the queue, by name. */
export const createTasks = (
  { mail, registration, rollouts, identity, legal, notifications }: Slices,
  limits: Pick<RateLimits<LimitName>, 'purge'>,
): Readonly<Record<string, Task>> => ({
  ...mail.tasks,
  ...legal.tasks,
  ...rollouts.tasks,
  ...notifications.tasks,
  'expire-registrations': () => registration.expireRegistrations(),
  'purge-sessions': () => identity.purgeSessions(),
  'purge-rate-limits': async () => {
    await limits.purge();
  },
  'forget-consent-addresses': () => legal.forgetAddresses(),
});
