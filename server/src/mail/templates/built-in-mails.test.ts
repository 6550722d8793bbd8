import { describe, expect, it } from 'vitest';
import { locales } from '../../platform/locale/locale.js';
import type { MailContent, MailTemplate } from '../mail-template.js';
import { templateCatalog } from './template-catalog.js';

const nasty = `<script>alert("x")</script>&'`;
const place = { tenantName: nasty, host: 'acme.example' };
const signInUrl = 'https://acme.example/sign-in?a=1&b="2"';
const forgotPasswordUrl = 'https://acme.example/forgot-password';
const url = 'https://acme.example/signup/activate#secret';

/** One of each that holds what people typed, with text that wants to be markup wherever a person may have typed it. */
const contents: { readonly [T in Exclude<MailTemplate, 'test-notice'>]: MailContent<T> } = {
  activation: {
    template: 'activation',
    variables: { ...place, name: nasty, hours: 24, minutes: 15 },
    secrets: { url, code: '271828' },
  },
  'already-registered': {
    template: 'already-registered',
    variables: { ...place, signInUrl, forgotPasswordUrl },
    secrets: {},
  },
  'account-activated': {
    template: 'account-activated',
    variables: { ...place, name: nasty, signInUrl },
    secrets: {},
  },
  'waiting-for-approval': {
    template: 'waiting-for-approval',
    variables: { ...place, name: nasty },
    secrets: {},
  },
  approval: { template: 'approval', variables: { ...place, name: nasty, signInUrl }, secrets: {} },
  rejection: {
    template: 'rejection',
    variables: { ...place, name: nasty, reason: nasty },
    secrets: {},
  },
  invitation: {
    template: 'invitation',
    variables: { ...place, inviterName: nasty, days: 7 },
    secrets: { url },
  },
  'invitation-unavailable': {
    template: 'invitation-unavailable',
    variables: { ...place, inviterName: nasty },
    secrets: {},
  },
  'reset-password': {
    template: 'reset-password',
    variables: { host: nasty, minutes: 60 },
    secrets: { url },
  },
  'password-was-reset': {
    template: 'password-was-reset',
    variables: { host: nasty, forgotPasswordUrl },
    secrets: {},
  },
  'confirm-address': {
    template: 'confirm-address',
    variables: { host: nasty, hours: 24 },
    secrets: { url },
  },
  'address-taken': { template: 'address-taken', variables: { host: nasty }, secrets: {} },
  'address-changed': { template: 'address-changed', variables: { host: nasty }, secrets: {} },
  'account-locked': {
    template: 'account-locked',
    variables: { host: nasty, minutes: 15, forgotPasswordUrl },
    secrets: {},
  },
  'legal-text-changed': {
    template: 'legal-text-changed',
    variables: { host: nasty, title: nasty, requiredFrom: null, url: signInUrl },
    secrets: {},
  },
  'test-mail': { template: 'test-mail', variables: { host: nasty }, secrets: {} },
  'new-registration': {
    template: 'new-registration',
    variables: { host: nasty, name: nasty, email: 'ada@example.com', at: new Date(), url },
    secrets: {},
  },
  'registration-waiting': {
    template: 'registration-waiting',
    variables: { host: nasty, name: nasty, email: 'ada@example.com', at: new Date(), url },
    secrets: {},
  },
  'registration-activated': {
    template: 'registration-activated',
    variables: { host: nasty, name: nasty, email: 'ada@example.com', at: new Date(), url },
    secrets: {},
  },
  'grants-skipped': {
    template: 'grants-skipped',
    variables: { host: nasty, name: nasty, email: 'ada@example.com', grants: nasty, url },
    secrets: {},
  },
  'registrations-summary': {
    template: 'registrations-summary',
    variables: {
      host: nasty,
      registeredCount: 3,
      activatedCount: 2,
      waitingCount: 2,
      skippedCount: 1,
      url,
    },
    secrets: {},
  },
};

const cases = Object.values(contents).flatMap((content) =>
  locales.map((locale) => ({ name: content.template, content, locale })),
);

describe.each(cases)('$name in $locale', ({ content, locale }) => {
  const mail = templateCatalog.render(content, locale, null, null);

  it('escapes what people typed, in text and in attributes', () => {
    expect(mail.html).not.toMatch(/<script|"x"/);
    expect(mail.html).toMatch(/&lt;script&gt;alert\(&quot;x&quot;\)&lt;\/script&gt;&amp;&#39;/);
    expect(mail.html).not.toContain('b="2"');
  });

  it('has a subject without anything that a person typed', () => {
    expect(mail.subject).not.toMatch(/script|acme|undefined/);
  });

  it('holds every link and code in both forms', () => {
    const { variables, secrets } = content;
    const values = Object.entries({ ...variables, ...secrets });
    for (const [name, value] of values) {
      if (!/url|code/i.test(name)) continue;
      expect(mail.text).toContain(value);
      expect(mail.html.replaceAll('&quot;', '"').replaceAll('&amp;', '&')).toContain(value);
    }
  });

  it('asks nothing of other hosts and says its language', () => {
    expect(mail.html).not.toMatch(/<(img|link|script|iframe)|@import|url\(/i);
    expect(mail.html).toContain(`<html lang="${locale}" dir="ltr">`);
  });

  it('leaves no gap', () => {
    expect(mail.text + mail.html).not.toMatch(/undefined|null|NaN|\[object/);
  });
});

it('shows a name only as far as it is harmless', () => {
  const { variables, secrets } = contents.activation;
  const name = 'Ada https://evil.example';
  const mail = templateCatalog.render(
    { template: 'activation', variables: { ...variables, name }, secrets },
    'en',
    null,
    null,
  );
  expect(mail.text).toContain('Hello Ada,');
  expect(mail.text + mail.html).not.toContain('evil');
});

it.each([
  ['en', 'The button works for 1 hour, the code for 15 minutes.'],
  ['de', 'Die Schaltfläche gilt 1 Stunde lang, der Code 15 Minuten lang.'],
] as const)('counts properly in %s', (locale, sentence) => {
  const { variables, secrets } = contents.activation;
  const content = {
    template: 'activation' as const,
    variables: { ...variables, hours: 1 },
    secrets,
  };
  expect(templateCatalog.render(content, locale, null, null).text).toContain(sentence);
});
