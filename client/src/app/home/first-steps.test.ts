import { expect, it } from 'vitest';
import { furthestPage, toFirstSteps } from './first-steps';

const page = {
  id: 'page',
  url: 'http://acme.localhost:3000/signup',
  enabled: false,
  pendingCount: 0,
  registrationsThisWeek: 0,
  domain: { id: 'domain', host: 'acme.localhost' },
  captcha: { provider: 'ALTCHA' as const },
  groupRoleAssignments: [{ id: 'row', role: { id: 'role' } }],
};
const open = (...steps: Parameters<typeof toFirstSteps>) =>
  toFirstSteps(...steps)
    .filter(({ done }) => !done)
    .map(({ key }) => key);

it('starts with everything open', () => {
  expect(open(0, undefined)).toEqual(['domain', 'page', 'captcha', 'roles', 'live']);
});

it('leaves only the switch for a page that is set up', () => {
  expect(open(1, page)).toEqual(['live']);
  expect(open(1, { ...page, enabled: true })).toEqual([]);
});

it('opens a step again when its captcha or a role is gone', () => {
  expect(open(1, { ...page, captcha: { provider: 'NONE' } })).toContain('captcha');
  expect(open(1, { ...page, groupRoleAssignments: [{ id: 'row', role: null }] })).toContain(
    'roles',
  );
});

it('follows the page that has come furthest', () => {
  expect(furthestPage([page, { ...page, id: 'on', enabled: true }])?.id).toBe('on');
});
