import { describe, expect, it, vi } from 'vitest';
import { startLocale, startState, takeInviteCode, takeSecret } from './start.js';
import { makeState, makeVisit, page } from './test-context.js';

const config = { page, tenantName: page.tenantName, signInUrl: '/sign-in' };
const at = (pathname: string, hash = '', search = '') => ({ pathname, hash, search });

describe('the mailed link', () => {
  it('gives its secret to the tab and leaves the address bar', () => {
    const { visit, tab } = makeVisit();
    const replaceState = vi.fn();
    expect(takeSecret(at('/signup/activate', '#s3cret', '?lang=de'), { replaceState }, visit)).toBe(
      true,
    );
    expect(replaceState).toHaveBeenCalledWith(null, '', '/signup/activate?lang=de');
    expect(visit.secret()).toBe('s3cret');
    expect(tab.getItem('gatehouse.activation')).toBe('s3cret');
  });

  it('is no other address, and none without a secret', () => {
    const { visit } = makeVisit();
    const replaceState = vi.fn();
    expect(takeSecret(at('/signup', '#top'), { replaceState }, visit)).toBe(false);
    expect(takeSecret(at('/signup/activate'), { replaceState }, visit)).toBe(false);
    expect(replaceState).not.toHaveBeenCalled();
  });
});

it('takes the code of an invitation out of the address bar, and nothing else', () => {
  const replaceState = vi.fn();
  expect(takeInviteCode(at('/signup', '#top'), { replaceState })).toBeUndefined();
  expect(replaceState).not.toHaveBeenCalled();
  expect(takeInviteCode(at('/signup', '#code=Ab-1', '?lang=de'), { replaceState })).toBe('Ab-1');
  expect(replaceState).toHaveBeenCalledWith(null, '', '/signup?lang=de');
});

describe('a visit starts', () => {
  it('with the form, or without one', () => {
    const { visit } = makeVisit();
    expect(startState(at('/signup'), config, visit).screen).toBe('form');
    expect(startState(at('/signup'), { ...config, page: null }, visit).screen).toBe('unavailable');
  });

  it('where a reload interrupted it, even if sign-up was switched off since', () => {
    const { visit } = makeVisit();
    const values = { email: 'anna@example.com' };
    visit.keepDraft(makeState({ screen: 'check-mail', values, resendAt: 7 }), page.signUpFields);
    const place = { screen: 'check-mail', values, resendAt: 7, documents: [] };
    expect(startState(at('/signup'), { ...config, page: null }, visit)).toEqual(place);
  });

  it('at the mailed link only with a secret', () => {
    const { visit } = makeVisit();
    expect(startState(at('/signup/activate/'), config, visit).screen).toBe('link-not-good');
    visit.keepSecret('s3cret');
    expect(startState(at('/signup/activate'), config, visit).screen).toBe('activate');
  });

  it('in the language chosen, else asked for, else of the browser, else of the page', () => {
    const { visit } = makeVisit();
    const germanPage = { ...config, page: { ...page, locale: 'de' } };
    expect(startLocale(at('/signup'), ['fr'], germanPage, visit)).toBe('de');
    expect(startLocale(at('/signup'), ['en-GB'], germanPage, visit)).toBe('en');
    expect(startLocale(at('/signup', '', '?lang=de'), ['en-GB'], config, visit)).toBe('de');
    visit.keepLanguage('en');
    expect(startLocale(at('/signup', '', '?lang=de'), ['de'], germanPage, visit)).toBe('en');
  });
});
