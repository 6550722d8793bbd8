import { dictionary } from '@zxcvbn-ts/language-common';

/** Long passwords are refused when they are a listed one, or listed ones over and over. */
const listed: ReadonlySet<string> = new Set(dictionary['passwords-common'] as readonly string[]);

const repeated = /^(.{1,7}?)\1+$/su;
const keyboardRows = [
  '1234567890',
  'qwertyuiop',
  'asdfghjkl',
  'zxcvbnm',
  'abcdefghijklmnopqrstuvwxyz',
];

const isKeyboardWalk = (text: string): boolean =>
  keyboardRows.some((row) => (row + row + row + row).includes(text)) ||
  keyboardRows.slice(1, 4).join('').includes(text);

/** @param folded lower case, NFKC */
export const isCommonPassword = (folded: string): boolean =>
  listed.has(folded) || repeated.test(folded) || isKeyboardWalk(folded);
