import { START_LOCATION } from 'vue-router';
import { describe, expect, it } from 'vitest';
import { landingOf } from './landing';

const dashboard = { id: 'd1', title: 'My devices' };
const landed = { name: 'dashboard', params: { id: 'd1' } };
const from = (name: string, meta = {}) => ({ name, meta });
const signIn = from('sign-in', { public: true });

describe('landing', () => {
  const me = { landing: { dashboard, alwaysFullscreen: false } };

  it.each([
    ['a fresh start', START_LOCATION],
    ['the sign-in', signIn],
    ['the consent page', from('consent')],
  ])('opens the default dashboard after %s', (_, origin) => {
    expect(landingOf(me, { name: 'home' }, origin)).toEqual(landed);
  });

  it('lets people go Home later, and anywhere they ask for', () => {
    expect(landingOf(me, { name: 'home' }, from('devices'))).toBeUndefined();
    expect(landingOf(me, { name: 'devices' }, START_LOCATION)).toBeUndefined();
  });
});

describe('always fullscreen', () => {
  const me = { landing: { dashboard, alwaysFullscreen: true } };

  it.each(['home', 'devices', 'edit-dashboard', 'dashboards', 'not-found'])(
    'shows the dashboard instead of %s',
    (name) => {
      expect(landingOf(me, { name }, from('dashboard'))).toEqual(landed);
    },
  );

  it.each(['dashboard', 'profile'])('leaves %s open', (name) => {
    expect(landingOf(me, { name }, signIn)).toBeUndefined();
  });

  it('locks nobody out whose dashboard is gone', () => {
    const gone = { landing: { dashboard: null, alwaysFullscreen: true } };
    expect(landingOf(gone, { name: 'devices' }, from('home'))).toBeUndefined();
    expect(landingOf(gone, { name: 'home' }, signIn)).toBeUndefined();
  });
});
