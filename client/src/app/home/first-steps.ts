import type { AdministratorHomeQuery } from '../../generated/graphql';

type Page = NonNullable<AdministratorHomeQuery['selfRegistrations']>['items'][number];

export const STEPS = ['domain', 'page', 'captcha', 'roles', 'live'] as const;

export interface FirstStep {
  key: (typeof STEPS)[number];
  done: boolean;
}

/** The way to a live sign-up page, with what is done; `page` is the one that has come furthest. */
export function toFirstSteps(domainCount: number, page: Page | undefined): FirstStep[] {
  const done: Record<FirstStep['key'], boolean> = {
    domain: domainCount > 0 || !!page,
    page: !!page,
    captcha: !!page && page.captcha.provider !== 'NONE',
    roles:
      !!page?.groupRoleAssignments.length && page.groupRoleAssignments.every((row) => row.role),
    live: !!page?.enabled,
  };
  return STEPS.map((key) => ({ key, done: done[key] }));
}

export function furthestPage(pages: readonly Page[]): Page | undefined {
  return pages.find((page) => page.enabled) ?? pages[0];
}
