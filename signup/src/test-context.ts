import { vi } from 'vitest';
import type { Operations } from './api/operations.js';
import type { Context } from './context.js';
import { messages as en } from './messages/en.js';
import type { PageConfig, SignUpField, SignUpPage } from './page-config.js';
import { initialState, type State } from './state.js';
import { createStore } from './store.js';
import { createVisit } from './visit.js';

/** 9 a.m. on the day of every test, in epoch milliseconds. */
export const NOW = Date.UTC(2026, 10, 22, 9);

export const field = (name: string, kind: SignUpField['kind']): SignUpField => ({
  key: name,
  name,
  isCustom: false,
  kind,
  label: name,
  labels: [],
  min: null,
  max: null,
  options: [],
  required: true,
  maxLength: 255,
  autocomplete: 'off',
});

export const page: SignUpPage = {
  host: 'acme.localhost',
  tenantName: 'Acme Works',
  url: 'http://acme.localhost/signup',
  signInUrl: 'http://acme.localhost/sign-in',
  locale: 'en',
  welcomeTexts: [],
  signUpFields: [
    field('firstName', 'TEXT'),
    field('email', 'EMAIL'),
    field('password', 'PASSWORD'),
    field('passwordRepeat', 'PASSWORD_REPEAT'),
  ],
  legalDocuments: [],
  captcha: { provider: 'ALTCHA', siteKey: null, action: null, scriptUrl: null },
  passwordMinLength: 15,
  requiresApproval: false,
  inviteOnly: false,
};

/** What a person types who makes no mistake. */
export const goodValues = {
  firstName: 'Anna',
  email: 'anna@example.com',
  password: 'correct horse battery',
  passwordRepeat: 'correct horse battery',
};

export function makeState(changes: Partial<State> = {}): State {
  const place = { screen: 'form' as const, values: {}, resendAt: 0, documents: [] };
  return { ...initialState({ ...place, locale: 'en', words: en, now: NOW }), ...changes };
}

/** A storage in memory. */
function makeStorage(): Storage {
  const items = new Map<string, string>();
  return {
    get length() {
      return items.size;
    },
    clear: () => items.clear(),
    key: (index) => [...items.keys()][index] ?? null,
    getItem: (key) => items.get(key) ?? null,
    setItem: (key, value) => void items.set(key, value),
    removeItem: (key) => void items.delete(key),
  };
}

export function makeVisit() {
  const storage = { tab: makeStorage(), browser: makeStorage() };
  return { visit: createVisit(() => storage), ...storage };
}

/** A page whose server answers as the test says, and counts as called. */
export function makeContext(changes: Partial<State> = {}, config: Partial<PageConfig> = {}) {
  const api = {
    signedInAs: vi.fn<Operations['signedInAs']>(),
    signOut: vi.fn<Operations['signOut']>(),
    captchaChallenge: vi.fn<Operations['captchaChallenge']>(),
    register: vi.fn<Operations['register']>(),
    legalText: vi.fn<Operations['legalText']>(),
    activate: vi.fn<Operations['activate']>(),
    disownRegistration: vi.fn<Operations['disownRegistration']>(),
    resendActivation: vi.fn<Operations['resendActivation']>(),
  };
  const leave = vi.fn<Context['leave']>();
  const context = {
    config: { page, tenantName: page.tenantName, signInUrl: page.signInUrl, ...config },
    store: createStore(
      makeState(changes),
      () => undefined,
      () => NOW,
    ),
    api,
    visit: makeVisit().visit,
    leave,
    now: () => NOW,
  } satisfies Context;
  return { context, api, leave, store: context.store };
}

/** An error of the server at one input field. */
export const userError = (name: string, code: string) => ({
  field: ['input', name],
  code,
  message: `message of ${code}`,
});
