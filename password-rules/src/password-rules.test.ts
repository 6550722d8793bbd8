import { describe, expect, it } from 'vitest';
import { findPasswordFault, passwordLength, type PasswordContext } from './password-rules.js';

const context: PasswordContext = {
  email: 'anna.berger+news@example.com',
  names: ['Zoë', 'Ólafsdóttir', 'Acme Works'],
};
const fault = (password: string) => findPasswordFault(password, context);

describe('findPasswordFault', () => {
  it('takes 15 to 128 code points', () => {
    expect(fault('x'.repeat(14))).toBe('PASSWORD_TOO_SHORT');
    expect(fault('x'.repeat(15))).toBeNull();
    expect(fault('x'.repeat(128))).toBeNull();
    expect(fault('x'.repeat(129))).toBe('PASSWORD_TOO_LONG');
  });

  it('counts code points after NFKC', () => {
    expect(passwordLength('😀'.repeat(15))).toBe(15);
    expect(fault('😀'.repeat(14))).toBe('PASSWORD_TOO_SHORT');
    expect(passwordLength('e\u0301')).toBe(1);
    expect(passwordLength('ﬁ')).toBe(2);
  });

  it('refuses more than 1,024 bytes before anything else', () => {
    expect(fault('\t'.repeat(1025))).toBe('PASSWORD_TOO_LONG');
    expect(fault('€'.repeat(342))).toBe('PASSWORD_TOO_LONG');
  });

  it.each(['\t', '\n', '\0', '\u007f', '\u0085'])(
    'refuses the control character %j',
    (character) => {
      expect(fault(`correct horse${character} battery`)).toBe('PASSWORD_CONTROL_CHARACTERS');
    },
  );

  it.each([
    ['a word of the local part', 'my name is BERGER, right'],
    ['its tag', 'no news is good news'],
    ['a name in another case and form', 'hello O\u0301LAFSDO\u0301TTIR and co'],
    ['the name of the tenant', 'all that works is nice'],
    ['a full-width spelling', 'my name is ＢＥＲＧＥＲ, right'],
  ])('refuses %s', (_, password) => {
    expect(fault(password)).toBe('PASSWORD_CONTAINS_PERSONAL');
  });

  it('lets words below 4 characters and the mail host pass', () => {
    expect(fault('zoë met an example once')).toBeNull();
  });

  it('refuses what the list of common ones has, whatever its case', () => {
    const listed = { ...context, isCommon: (folded: string) => folded === 'maybe the first one' };
    expect(findPasswordFault('Maybe the FIRST one', listed)).toBe('PASSWORD_COMMON');
  });

  it('looks at an address that is still being typed as a whole', () => {
    const typing = { ...context, email: 'kathrin' };
    expect(findPasswordFault('kathrin kathrin kathrin', typing)).toBe('PASSWORD_CONTAINS_PERSONAL');
  });
});
