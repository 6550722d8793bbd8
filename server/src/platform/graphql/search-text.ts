import { badUserInput } from '../failures.js';
import { parseText, textAdvice } from '../text.js';

const rule = { max: 255 };

/**
 * A text to search or filter by, at most 255 code points; empty means «all».
 * @throws BAD_USER_INPUT for what no stored text can hold: a NUL would be an SQL error
 */
export const checkSearch = (argument: string, value: string | null | undefined): string | null => {
  const text = parseText(value, rule);
  if (!text.ok) throw badUserInput(`\`${argument}\`: ${textAdvice(text.failure, rule)}`);
  return text.value;
};
