import { describe, expect, it } from 'vitest';
import { ok } from '../platform/result.js';
import { blankCustomer, fillIn } from './customer.js';

const ada = { title: 'Ada', email: 'ada@example.com' };

const faultsOf = (outcome: ReturnType<typeof fillIn>) =>
  outcome.ok ? [] : outcome.failure.map(({ field, code }) => [field.join('.'), code]);

describe('fillIn', () => {
  it('makes a customer from its title alone', () => {
    expect(fillIn(blankCustomer, { title: ' Ada ' })).toEqual(ok({ title: 'Ada', email: null }));
  });

  it('keeps what is absent and clears what is null, but for the title', () => {
    expect(fillIn(ada, {})).toEqual(ok(ada));
    expect(fillIn(ada, { email: null })).toEqual(ok({ title: 'Ada', email: null }));
    expect(fillIn(ada, { email: ' ' })).toEqual(ok({ title: 'Ada', email: null }));
    expect(faultsOf(fillIn(ada, { title: null }))).toEqual([['input.title', 'REQUIRED']]);
  });

  it('keeps the long title of a registrant while nobody types another', () => {
    const registrant = { title: 'x'.repeat(300), email: null };
    expect(fillIn(registrant, { email: 'Ada@Example.com' })).toEqual(
      ok({ ...registrant, email: 'Ada@Example.com' }),
    );
    expect(faultsOf(fillIn(registrant, { title: registrant.title }))).toEqual([
      ['input.title', 'TOO_LONG'],
    ]);
  });

  it('names all faults at once', () => {
    expect(faultsOf(fillIn(blankCustomer, { title: 'a\0b', email: 'ada@' }))).toEqual([
      ['input.title', 'INVALID_TEXT'],
      ['input.email', 'INVALID_EMAIL'],
    ]);
  });
});
