import { expect, it } from 'vitest';
import { furthestPage, STEPS, toFirstSteps } from './first-steps';

const page = {
  id: 'page',
  url: 'http://acme.localhost:3000/signup',
  enabled: false,
  pendingCount: 0,
  registrationsThisWeek: 0,
  showPrivacyPolicy: true,
  showTermsOfUse: false,
  domain: { id: 'domain', host: 'acme.localhost' },
  captcha: { provider: 'ALTCHA' as const },
  groupRoleAssignments: [{ id: 'row', role: { id: 'role' } }],
};
type Found = Parameters<typeof toFirstSteps>[0];
const open = (found: Partial<Found>) =>
  toFirstSteps({ mail: 'WORKING', domainCount: 1, page, ...found })
    .filter(({ done }) => !done)
    .map(({ key }) => key);

it('starts with everything open', () => {
  expect(open({ mail: 'UNTRIED', domainCount: 0, page: undefined })).toEqual(STEPS);
});

it('leaves only the switch for a page that is set up', () => {
  expect(open({})).toEqual(['live']);
  expect(open({ page: { ...page, enabled: true } })).toEqual([]);
});

it('opens a step again when its captcha, a role or a legal text is gone', () => {
  expect(open({ page: { ...page, captcha: { provider: 'NONE' } } })).toContain('captcha');
  const withoutRole = { ...page, groupRoleAssignments: [{ id: 'row', role: null }] };
  expect(open({ page: withoutRole })).toContain('roles');
  expect(open({ page: { ...page, showPrivacyPolicy: false } })).toContain('legal');
});

it('opens mail again while it fails, and leaves it out where nobody may know', () => {
  expect(open({ mail: 'FAILING' })).toContain('mail');
  expect(toFirstSteps({ mail: undefined, domainCount: 1, page })).toHaveLength(STEPS.length - 1);
});

it('follows the page that has come furthest', () => {
  expect(furthestPage([page, { ...page, id: 'on', enabled: true }])?.id).toBe('on');
});
