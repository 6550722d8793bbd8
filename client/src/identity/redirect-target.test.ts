import { createMemoryHistory, createRouter } from 'vue-router';
import { expect, it } from 'vitest';
import { toRedirectTarget } from './redirect-target';

const component = { render: () => null };
const router = createRouter({
  history: createMemoryHistory(),
  routes: [
    { path: '/', name: 'home', component },
    { path: '/devices', component },
    { path: '/sign-in', component, meta: { public: true } },
    { path: '/:path(.*)*', name: 'not-found', component },
  ],
});

it('leads to the page that was asked for, with its filters', () => {
  expect(toRedirectTarget(router, '/devices?search=boiler')).toBe('/devices?search=boiler');
});

it.each([
  'https://evil.example/devices',
  '//evil.example/devices',
  '/\\evil.example',
  '/\t/evil.example',
  'javascript:alert(1)',
  'devices',
  '/no-such-page',
  '/sign-in',
  '',
  undefined,
  ['/devices'],
])('leads Home instead of to %j', (wanted) => {
  expect(toRedirectTarget(router, wanted)).toBe('/');
});
