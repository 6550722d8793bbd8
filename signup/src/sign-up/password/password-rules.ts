/** What a password is held against. The server applies the same rules, and a list of common ones. */
export interface PasswordContext {
  /** Code points after NFKC: 15, or less where the server says so. */
  minLength: number;
  email: string;
  /** Names of the person and of the tenant. */
  names: string[];
}

export type PasswordFault =
  | 'PASSWORD_TOO_LONG'
  | 'PASSWORD_CONTROL_CHARACTERS'
  | 'PASSWORD_TOO_SHORT'
  | 'PASSWORD_CONTAINS_PERSONAL';

const MAX_BYTES = 1024;
const MAX_LENGTH = 128;
const MIN_WORD_LENGTH = 4;

/** The first rule that a password breaks, in the server's order; `null` when it keeps them all. */
export function findPasswordFault(
  password: string,
  context: PasswordContext,
): PasswordFault | null {
  if (new TextEncoder().encode(password).length > MAX_BYTES) return 'PASSWORD_TOO_LONG';
  if (/\p{Cc}/u.test(password)) return 'PASSWORD_CONTROL_CHARACTERS';
  const length = passwordLength(password);
  if (length < context.minLength) return 'PASSWORD_TOO_SHORT';
  if (length > MAX_LENGTH) return 'PASSWORD_TOO_LONG';
  return containsPersonalWord(password, context) ? 'PASSWORD_CONTAINS_PERSONAL' : null;
}

/** Length as the rules count it: code points after NFKC. */
export function passwordLength(password: string): number {
  return [...password.normalize('NFKC')].length;
}

/** Whether a word out of the e-mail's local part or of a name is part of the password. */
export function containsPersonalWord(password: string, context: PasswordContext): boolean {
  const localPart = context.email.replace(/@[^@]*$/, '');
  const text = fold(password);
  return [localPart, ...context.names]
    .flatMap((source) => fold(source).split(/[^\p{L}\p{N}]+/u))
    .some((word) => [...word].length >= MIN_WORD_LENGTH && text.includes(word));
}

function fold(text: string): string {
  return text.normalize('NFKC').toLowerCase();
}
