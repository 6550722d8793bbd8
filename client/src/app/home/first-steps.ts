import type { AdministratorHomeQuery } from '../../generated/graphql';

type Page = NonNullable<AdministratorHomeQuery['selfRegistrations']>['items'][number];
type MailState = NonNullable<AdministratorHomeQuery['mailServer']>['health']['state'];

export const STEPS = ['mail', 'domain', 'page', 'captcha', 'roles', 'legal', 'live'] as const;

export interface FirstStep {
  key: (typeof STEPS)[number];
  done: boolean;
}

interface Found {
  /** Absent where the viewer may not know, who then has no such step. */
  mail: MailState | undefined;
  domainCount: number;
  /** The one that has come furthest. */
  page: Page | undefined;
}

/** The way to a live sign-up page, with what is done. */
export function toFirstSteps({ mail, domainCount, page }: Found): FirstStep[] {
  const done: Record<FirstStep['key'], boolean> = {
    mail: mail === 'WORKING',
    domain: domainCount > 0 || !!page,
    page: !!page,
    captcha: !!page && page.captcha.provider !== 'NONE',
    roles:
      !!page?.groupRoleAssignments.length && page.groupRoleAssignments.every((row) => row.role),
    legal: !!page && (page.showPrivacyPolicy || page.showTermsOfUse),
    live: !!page?.enabled,
  };
  return STEPS.filter((key) => key !== 'mail' || mail).map((key) => ({ key, done: done[key] }));
}

export function furthestPage(pages: readonly Page[]): Page | undefined {
  return pages.find((page) => page.enabled) ?? pages[0];
}
