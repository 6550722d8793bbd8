import { describe, expect, it } from 'vitest';
import type { SelfRegistrationFieldsFragment } from '../generated/graphql';
import { emptyRow } from './role-table-form';
import { findFaults } from './self-registration-faults';
import { isChanged, newForm, toForm, toInput } from './self-registration-form';

const administrator = { id: 'role', label: 'Customer Administrator', type: 'GENERIC' } as const;
const reader = { id: 'reader', label: 'Reader', type: 'GROUP' } as const;
const domain = { id: 'domain', label: 'acme.localhost', baseAddress: 'http://acme.localhost:3000' };

const greeting = (en: string) => ({
  greeting: { locale: 'en' as const, welcomeTexts: { en, de: '' } },
});

const saved: SelfRegistrationFieldsFragment = {
  id: 'page',
  url: 'http://acme.localhost:3000/signup',
  enabled: true,
  locale: 'en',
  welcomeTexts: [{ locale: 'en', text: 'Hello' }],
  signUpFields: [],
  targetCustomerGroup: null,
  showPrivacyPolicy: false,
  privacyPolicy: null,
  showTermsOfUse: false,
  termsOfUse: null,
  inviteOnly: false,
  allowedEmailDomains: ['acme.example', 'acme.test'],
  blockedEmailDomains: [],
  refuseDisposable: true,
  requiresApproval: false,
  customerTitlePrefix: null,
  notifyNobody: false,
  defaultDashboard: { id: 'board', title: 'My devices' },
  alwaysFullscreen: true,
  notificationRecipient: { id: 'team', name: 'Team' },
  activationLinkLifetime: 24,
  pendingCount: 0,
  updatedAt: '2026-11-22T09:00:00Z',
  revision: 3,
  viewerCan: ['READ', 'WRITE'],
  domain: { id: 'domain', host: 'acme.localhost', baseAddress: 'http://acme.localhost:3000' },
  captcha: {
    provider: 'RECAPTCHA_V3',
    siteKey: 'site',
    secretKeySet: true,
    action: 'signup',
    scoreThreshold: 0.5,
    whenUnavailable: 'REFUSE',
  },
  groupRoleAssignments: [
    {
      id: 'row',
      roleName: 'Gone',
      groupType: null,
      entityGroupName: null,
      role: null,
      entityGroup: null,
    },
  ],
};

describe('input of a self-registration', () => {
  it('carries the secret only when one was typed', () => {
    const form = toForm(saved);
    expect(toInput(form).captcha).not.toHaveProperty('secretKey');
    form.captcha.secretKey = ' typed ';
    expect(toInput(form).captcha).toHaveProperty('secretKey', 'typed');
  });

  it('leaves out what the chosen captcha does not know', () => {
    const form = { ...toForm(saved) };
    form.captcha.provider = 'ALTCHA';
    expect(toInput(form).captcha).toEqual({ provider: 'ALTCHA' });
  });

  it('clears texts that were emptied, and keeps the space of a prefix', () => {
    const form = { ...newForm(null), domain, customerTitlePrefix: 'Home of ' };
    form.greeting.welcomeTexts.en = '  ';
    expect(toInput(form)).toMatchObject({ welcomeTexts: [], customerTitlePrefix: 'Home of ' });
  });

  it('gives no group to a generic role', () => {
    const row = { ...emptyRow(administrator), group: { id: 'group', label: 'Boilers' } };
    const form = { ...newForm(null), domain, assignments: [row] };
    expect(toInput(form).groupRoleAssignments).toEqual([{ roleId: 'role', entityGroupId: null }]);
  });

  it('tells a recipient, nobody or the administrators', () => {
    const form = toForm(saved);
    expect(toInput(form)).toMatchObject({ notifyNobody: false, notificationRecipientId: 'team' });
    form.notices.audience = 'NOBODY';
    expect(toInput(form)).toMatchObject({ notifyNobody: true, notificationRecipientId: null });
    form.notices.audience = 'ADMINISTRATORS';
    expect(toInput(form)).toMatchObject({ notifyNobody: false, notificationRecipientId: null });
  });

  it('is unchanged right after loading, and changed by a typed secret', () => {
    const form = toForm(saved);
    expect(isChanged(form, toForm(saved))).toBe(false);
    form.captcha.secretKey = 'typed';
    expect(isChanged(form, toForm(saved))).toBe(true);
  });
});

describe('faults of a self-registration', () => {
  const sound = () => ({ ...newForm(administrator), domain });

  it('finds none in a sound form', () => {
    expect(findFaults(sound(), false)).toEqual({});
  });

  it('wants a domain first', () => {
    const form = { ...newForm(administrator), ...greeting('x'.repeat(201)) };
    expect(Object.keys(findFaults(form, false))).toEqual(['domainId', 'welcomeTexts.en']);
  });

  it('wants a text for each legal document that is shown', () => {
    const terms = { id: 'terms', label: 'Terms' };
    const form = { ...sound(), showPrivacyPolicy: true, showTermsOfUse: true, termsOfUse: terms };
    expect(findFaults(form, false)).toEqual({ privacyPolicyId: 'legalTextMissing' });
  });

  it('wants a recipient when one is to be told', () => {
    expect(
      findFaults({ ...sound(), notices: { audience: 'RECIPIENT', recipient: null } }, false),
    ).toEqual({
      notificationRecipientId: 'recipientMissing',
    });
  });

  it('wants a dashboard to fill the screen with', () => {
    const landing = { dashboard: null, alwaysFullscreen: true };
    expect(findFaults({ ...sound(), landing }, false)).toEqual({
      alwaysFullscreen: 'dashboardMissing',
    });
  });

  it('counts the welcome text in code points', () => {
    expect(findFaults({ ...sound(), ...greeting('🚪'.repeat(200)) }, false)).toEqual({});
    expect(findFaults({ ...sound(), ...greeting('🚪'.repeat(201)) }, false)).toHaveProperty([
      'welcomeTexts.en',
    ]);
  });

  it('wants a secret only while the API has none', () => {
    const form = toForm({ ...saved, groupRoleAssignments: [] });
    expect(findFaults(form, true)).toEqual({});
    expect(findFaults(form, false)).toEqual({ 'captcha.secretKey': 'secretKeyMissing' });
  });

  it('wants no captcha to be accepted in words', () => {
    const form = sound();
    form.captcha.provider = 'NONE';
    expect(findFaults(form, false)).toEqual({ 'captcha.acceptNone': 'noneNotAccepted' });
  });

  it('points at the row of a role that is gone, lacks its group or stands twice', () => {
    const { assignments } = toForm(saved);
    const rows = [emptyRow(administrator), emptyRow(reader), emptyRow(administrator)];
    expect(findFaults({ ...sound(), assignments: [...assignments, ...rows] }, false)).toEqual({
      'groupRoleAssignments.0.roleId': 'roleMissing',
      'groupRoleAssignments.2.entityGroupId': 'groupMissing',
      'groupRoleAssignments.3.roleId': 'rowTwice',
    });
  });

  it('refuses a link lifetime outside of 1 to 24 whole hours', () => {
    for (const activationLinkLifetime of [0, 25, 1.5, Number.NaN]) {
      const faults = findFaults({ ...sound(), activationLinkLifetime }, false);
      expect(faults).toEqual({ activationLinkLifetime: 'lifetimeOutOfRange' });
    }
  });
});
