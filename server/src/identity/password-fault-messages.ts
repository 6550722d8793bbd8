import {
  passwordMaxLength,
  passwordMinLength,
  type PasswordFault,
} from '@gatehouse/password-rules';

/** What to do about a fault, in English. */
export const passwordFaultMessages: Readonly<Record<PasswordFault, string>> = {
  PASSWORD_TOO_LONG: `Use at most ${passwordMaxLength} characters.`,
  PASSWORD_CONTROL_CHARACTERS: 'Leave out control characters such as tabs and line breaks.',
  PASSWORD_TOO_SHORT: `Use at least ${passwordMinLength} characters. A few words in a row are easy to remember.`,
  PASSWORD_COMMON:
    'This password is among the most used ones and is guessed first. Choose another one.',
  PASSWORD_CONTAINS_PERSONAL:
    'Leave out your name, your e-mail address and the name of this service.',
};
