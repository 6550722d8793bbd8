/** Figures and order: security rules, «Passwords» (NIST SP 800-63B-4). Page and server share them. */
const byteLimit = 1_024;
const personalWordMinLength = 4;

/** In code points after NFKC, without a second factor. */
export const passwordMinLength = 15;
export const passwordMaxLength = 128;

export type PasswordFault =
  | 'PASSWORD_TOO_LONG'
  | 'PASSWORD_CONTROL_CHARACTERS'
  | 'PASSWORD_TOO_SHORT'
  | 'PASSWORD_COMMON'
  | 'PASSWORD_CONTAINS_PERSONAL';

/** What a password is held against. */
export interface PasswordContext {
  /** As typed so far. */
  readonly email: string;
  /** Names of the person and of the tenant. */
  readonly names: readonly string[];
  /** Whether it is among the most used ones; the server has the list. Gets lower case, NFKC. */
  readonly isCommon?: (folded: string) => boolean;
}

/** The form in which passwords are hashed and compared: sign-up, sign-in and reset alike. */
export const normalisePassword = (password: string): string => password.normalize('NFKC');

/** Length as the rules count it: code points after NFKC. */
export const passwordLength = (password: string): number => [...normalisePassword(password)].length;

const fold = (text: string): string => normalisePassword(text).toLowerCase();

/** Whether a word out of the address's local part or of a name is part of the password. */
export const containsPersonalWord = (
  password: string,
  { email, names }: Pick<PasswordContext, 'email' | 'names'>,
): boolean => {
  const text = fold(password);
  return [email.replace(/@[^@]*$/, ''), ...names]
    .flatMap((source) => fold(source).split(/[^\p{L}\p{N}]+/u))
    .some((word) => [...word].length >= personalWordMinLength && text.includes(word));
};

/** The first rule that a password breaks, in the order above; null when it keeps them all. */
export const findPasswordFault = (
  password: string,
  context: PasswordContext,
): PasswordFault | null => {
  if (new TextEncoder().encode(password).length > byteLimit) return 'PASSWORD_TOO_LONG';
  if (/[\p{Cc}\p{Cs}]/u.test(password)) return 'PASSWORD_CONTROL_CHARACTERS';
  const length = passwordLength(password);
  if (length < passwordMinLength) return 'PASSWORD_TOO_SHORT';
  if (length > passwordMaxLength) return 'PASSWORD_TOO_LONG';
  if (context.isCommon?.(fold(password))) return 'PASSWORD_COMMON';
  return containsPersonalWord(password, context) ? 'PASSWORD_CONTAINS_PERSONAL' : null;
};
