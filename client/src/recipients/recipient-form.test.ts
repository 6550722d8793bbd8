import { describe, expect, it } from 'vitest';
import {
  findRecipientFault,
  newRecipientForm,
  toPreviewInput,
  toRecipientInput,
} from './recipient-form';

const form = (changes: object) => ({ ...newRecipientForm('en'), name: ' Team ', ...changes });
const ada = { id: 'ada', label: 'Ada' };

describe('input of a recipient', () => {
  it('carries the list of its type and nothing else', () => {
    expect(toRecipientInput(form({ type: 'ROLES', picked: [ada], url: '' }))).toEqual({
      name: 'Team',
      type: 'ROLES',
      roleIds: ['ada'],
      byEmail: true,
    });
  });

  it('takes addresses apart however they are separated', () => {
    const emails = 'ada@example.com, ben@example.com\ncy@example.com;';
    expect(toRecipientInput(form({ type: 'EMAILS', emails })).emails).toEqual([
      'ada@example.com',
      'ben@example.com',
      'cy@example.com',
    ]);
  });

  it('carries secrets only when they were typed', () => {
    const webhook = { type: 'WEBHOOK', url: ' https://example.com/ ' };
    expect(toRecipientInput(form(webhook))).toHaveProperty('url', 'https://example.com/');
    expect(toRecipientInput(form({ type: 'WEBHOOK' }))).not.toHaveProperty('url');
    expect(toRecipientInput(form(webhook))).not.toHaveProperty('signingSecret');
  });
});

describe('the preview', () => {
  it('waits until somebody is picked, and shows people only', () => {
    expect(toPreviewInput(form({ type: 'USERS' }))).toBeUndefined();
    expect(toPreviewInput(form({ type: 'SLACK' }))).toBeUndefined();
    expect(toPreviewInput(form({ type: 'ALL_USERS' }))).toEqual({ type: 'ALL_USERS' });
  });
});

describe('faults of a recipient', () => {
  it.each([
    [{ name: ' ' }, false, 'name'],
    [{ type: 'USERS' }, false, 'pick'],
    [{ type: 'EMAILS', emails: ' ' }, false, 'emails'],
    [{ type: 'SLACK' }, false, 'url'],
    [{ type: 'SLACK' }, true, undefined],
    [{ type: 'ALL_USERS' }, false, undefined],
  ])('%j', (changes, urlSet, fault) => {
    expect(findRecipientFault(form(changes), urlSet)).toBe(fault);
  });
});
