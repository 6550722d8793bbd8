import type { Me } from './viewer';

/**
 * The dashboard that a person stays with, when their sign-up page decided so. A dashboard that is
 * gone or that they may not see any more locks nobody out: then they have the whole console.
 */
export function fixedDashboard({ landing }: Pick<Me, 'landing'>): string | undefined {
  return landing.alwaysFullscreen ? landing.dashboard?.id : undefined;
}
