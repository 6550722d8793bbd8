/** Figures and order: security rules, «Passwords» (NIST SP 800-63B-4). */
const byteLimit = 1_024;
export const passwordMinLength = 15;
const passwordMaxLength = 128;
const personalWordMinLength = 4;

export type PasswordFault =
  | 'PASSWORD_TOO_LONG'
  | 'PASSWORD_CONTROL_CHARACTERS'
  | 'PASSWORD_TOO_SHORT'
  | 'PASSWORD_COMMON'
  | 'PASSWORD_CONTAINS_PERSONAL';

export const passwordFaultMessages: Readonly<Record<PasswordFault, string>> = {
  PASSWORD_TOO_LONG: `Use at most ${passwordMaxLength} characters.`,
  PASSWORD_CONTROL_CHARACTERS: 'Leave out control characters such as tabs and line breaks.',
  PASSWORD_TOO_SHORT: `Use at least ${passwordMinLength} characters. A few words in a row are easy to remember.`,
  PASSWORD_COMMON:
    'This password is among the most used ones and is guessed first. Choose another one.',
  PASSWORD_CONTAINS_PERSONAL:
    'Leave out your name, your e-mail address and the name of this service.',
};

/** The form in which passwords are hashed and compared: sign-up, sign-in and reset alike. */
export const normalisePassword = (password: string): string => password.normalize('NFKC');

/** Words that a password must not contain: parts of address and names, of 4 characters or more. */
const personalWords = (personal: readonly string[]): string[] =>
  personal
    .map((text) => (text.includes('@') ? text.slice(0, text.lastIndexOf('@')) : text))
    .flatMap((text) =>
      text
        .normalize('NFKC')
        .toLowerCase()
        .split(/[^\p{L}\p{N}]+/u),
    )
    .filter((word) => [...word].length >= personalWordMinLength);

/**
 * The first rule that a password breaks, or null.
 * @param personal e-mail address, the person's names, the tenant's name
 */
export const findPasswordFault = (
  password: string,
  personal: readonly string[],
  isCommon: (normalised: string) => boolean,
): PasswordFault | null => {
  if (Buffer.byteLength(password) > byteLimit) return 'PASSWORD_TOO_LONG';
  if (/\p{Cc}/u.test(password)) return 'PASSWORD_CONTROL_CHARACTERS';
  const normalised = normalisePassword(password);
  const length = [...normalised].length;
  if (length < passwordMinLength) return 'PASSWORD_TOO_SHORT';
  if (length > passwordMaxLength) return 'PASSWORD_TOO_LONG';
  const folded = normalised.toLowerCase();
  if (isCommon(folded)) return 'PASSWORD_COMMON';
  if (personalWords(personal).some((word) => folded.includes(word)))
    return 'PASSWORD_CONTAINS_PERSONAL';
  return null;
};
