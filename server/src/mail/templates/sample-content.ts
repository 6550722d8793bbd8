import type { MailContent, MailTemplate } from '../mail-template.js';

const host = 'signup.example.com';
const base = `https://${host}`;
const place = { tenantName: 'Example', host };
const url = `${base}/signup/activate#secret`;
const person = { host, name: 'Ada Lovelace', email: 'ada@example.com' };
const look = { url: 'https://console.example.com/security/registrations' };
const at = new Date('2026-05-04T10:30:00Z');

/** One of each, made up, for previews. */
export const sampleContent: { readonly [T in MailTemplate]: MailContent<T> } = {
  activation: {
    template: 'activation',
    variables: { ...place, name: person.name, hours: 24, minutes: 15 },
    secrets: { url, code: '271828' },
  },
  'already-registered': {
    template: 'already-registered',
    variables: {
      ...place,
      signInUrl: `${base}/sign-in`,
      forgotPasswordUrl: `${base}/forgot-password`,
    },
    secrets: {},
  },
  'account-activated': {
    template: 'account-activated',
    variables: { ...place, name: person.name, signInUrl: `${base}/sign-in` },
    secrets: {},
  },
  'waiting-for-approval': {
    template: 'waiting-for-approval',
    variables: { ...place, name: person.name },
    secrets: {},
  },
  approval: {
    template: 'approval',
    variables: { ...place, name: person.name, signInUrl: `${base}/sign-in` },
    secrets: {},
  },
  rejection: {
    template: 'rejection',
    variables: { ...place, name: person.name, reason: 'We only take partners of Example.' },
    secrets: {},
  },
  invitation: {
    template: 'invitation',
    variables: { ...place, inviterName: 'Grace Hopper', days: 7 },
    secrets: { url: `${base}/invitation#secret` },
  },
  'invitation-unavailable': {
    template: 'invitation-unavailable',
    variables: { ...place, inviterName: 'Grace Hopper' },
    secrets: {},
  },
  'reset-password': {
    template: 'reset-password',
    variables: { host, minutes: 60 },
    secrets: { url: `${base}/reset-password#secret` },
  },
  'password-was-reset': {
    template: 'password-was-reset',
    variables: { host, forgotPasswordUrl: `${base}/forgot-password` },
    secrets: {},
  },
  'confirm-address': {
    template: 'confirm-address',
    variables: { host, hours: 24 },
    secrets: { url: `${base}/confirm-address#secret` },
  },
  'address-taken': { template: 'address-taken', variables: { host }, secrets: {} },
  'address-changed': { template: 'address-changed', variables: { host }, secrets: {} },
  'account-locked': {
    template: 'account-locked',
    variables: { host, minutes: 15, forgotPasswordUrl: `${base}/forgot-password` },
    secrets: {},
  },
  'legal-text-changed': {
    template: 'legal-text-changed',
    variables: { host, title: 'Privacy policy', requiredFrom: at, url: `${base}/legal/privacy` },
    secrets: {},
  },
  'test-mail': { template: 'test-mail', variables: { host }, secrets: {} },
  'new-registration': {
    template: 'new-registration',
    variables: { ...person, ...look, at },
    secrets: {},
  },
  'registration-waiting': {
    template: 'registration-waiting',
    variables: { ...person, ...look, at },
    secrets: {},
  },
  'registration-activated': {
    template: 'registration-activated',
    variables: { ...person, ...look, at },
    secrets: {},
  },
  'grants-skipped': {
    template: 'grants-skipped',
    variables: { ...person, ...look, grants: 'Read-Only' },
    secrets: {},
  },
  'registrations-summary': {
    template: 'registrations-summary',
    variables: {
      ...{ host, registeredCount: 12, activatedCount: 7, waitingCount: 2, skippedCount: 1 },
      ...look,
    },
    secrets: {},
  },
  'test-notice': { template: 'test-notice', variables: look, secrets: {} },
};
