import { expect, it, vi } from 'vitest';
import { i18n, showLocale } from './i18n';

it('says in English what a language does not say yet', async () => {
  vi.stubGlobal('document', { documentElement: {} });
  await showLocale('en');
  i18n.global.setLocaleMessage('fr', { app: { profile: 'Profil' } });
  i18n.global.locale.value = 'fr';
  expect(i18n.global.t('app.profile')).toBe('Profil');
  expect(i18n.global.t('app.steps.progress', { done: 1, all: 7 })).toBe('1 of 7');
});
