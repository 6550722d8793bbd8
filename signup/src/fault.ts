import type { UserError } from './api/operations.js';

/** One thing to mend, at one field. The words for a code are in `messages/`. */
export interface Fault {
  field: string;
  code: string;
  /** The server's own words, shown when a code is newer than this page. */
  message?: string;
}

/** Places an error of the server at the field that its path below the input names. */
export function toFault({ field, code, message }: UserError): Fault {
  return { field: field.slice(1).join('.'), code, message };
}

/** Whether mending it is the captcha's business, not a field's. */
export function isCaptchaFault(fault: Fault): boolean {
  return fault.code.startsWith('CAPTCHA_');
}
