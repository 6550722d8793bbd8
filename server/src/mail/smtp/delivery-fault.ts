import type { NodemailerError } from 'nodemailer';
import type { Delivery } from '../mail-transport.js';

/** Steps at which a refusal is about this mail and its recipient, not about sender or set-up. */
const stepsOfTheMail = new Set(['RCPT TO', 'DATA']);

const inWords = (error: NodemailerError): string => {
  if (error.response) {
    const step = error.code === 'EAUTH' ? ' to user and password' : '';
    return `The mail server answered${step}: ${error.response}`;
  }
  switch (error.code) {
    case 'ETIMEDOUT':
    case 'EABORT':
      return 'The mail server did not answer in time.';
    case 'EDNS':
      return "The mail server's name could not be found.";
    case 'ETLS':
      return `The connection to the mail server could not be made safe: ${error.message}`;
    default:
      return `The mail server could not be reached (${error.originalCode ?? error.code ?? error.message}).`;
  }
};

/** What went wrong, in words, and whether trying again makes sense. */
export const toDeliveryFault = (error: NodemailerError): Delivery => ({
  kind: error.permanent && stepsOfTheMail.has(error.command ?? '') ? 'refused' : 'postponed',
  reason: inWords(error),
});
