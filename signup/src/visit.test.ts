import { describe, expect, it } from 'vitest';
import { goodValues, makeState, makeVisit, page } from './test-context.js';
import { createVisit } from './visit.js';

const fields = page.signUpFields;

describe('a draft', () => {
  it('keeps what was typed, without passwords and codes', () => {
    const { visit, tab, browser } = makeVisit();
    visit.keepDraft(makeState({ values: { ...goodValues, code: '123456' } }), fields);
    expect(visit.draft()?.values).toEqual({ firstName: 'Anna', email: 'anna@example.com' });
    const stored = [tab, browser].map((storage) => storage.getItem(storage.key(0) ?? '') ?? '');
    expect(stored.join()).not.toMatch(/correct horse|123456/);
  });

  it('keeps the screen and the countdown of the mail check', () => {
    const { visit } = makeVisit();
    visit.keepDraft(makeState({ screen: 'check-mail', resendAt: 42 }), fields);
    expect(visit.draft()).toMatchObject({ screen: 'check-mail', resendAt: 42 });
  });

  it('is not touched by the screens of the mailed link', () => {
    const { visit } = makeVisit();
    visit.keepDraft(makeState({ screen: 'disown', values: { email: 'x@y' } }), fields);
    expect(visit.draft()).toBeNull();
  });

  it('is gone for good once the visit has ended', () => {
    const { visit, tab } = makeVisit();
    visit.keepDraft(makeState({ screen: 'check-mail' }), fields);
    visit.keepSecret('secret');
    visit.end();
    visit.keepDraft(makeState({ screen: 'check-mail' }), fields);
    expect(tab.length).toBe(0);
  });

  it('that is no JSON is no draft', () => {
    const { visit, tab } = makeVisit();
    tab.setItem('gatehouse.sign-up', '{');
    expect(visit.draft()).toBeNull();
  });
});

it('lasts until a reload without storage', () => {
  const visit = createVisit(() => {
    throw new DOMException('denied', 'SecurityError');
  });
  visit.keepSecret('secret');
  visit.keepLanguage('de');
  expect([visit.secret(), visit.language(), visit.draft()]).toEqual(['secret', 'de', null]);
  visit.end();
  expect(visit.secret()).toBeNull();
});
