import type { NodemailerError } from 'nodemailer';
import type { Delivery } from '../mail-transport.js';

type Fault = Exclude<Delivery, { kind: 'accepted' }>;

/** A fault of the mail account's consent says in words what is wrong. */
const isOfTheAccount = ({ code, command, response }: NodemailerError): boolean =>
  code === 'EAUTH' && command === 'AUTH XOAUTH2' && !response;

const inWords = (error: NodemailerError): string => {
  if (error.code === 'ETLS') {
    return `The connection to the mail server could not be made safe: ${error.message}`;
  }
  if (error.response) {
    const step = error.code === 'EAUTH' ? ' to user and password' : '';
    return `The mail server answered${step}: ${error.response}`;
  }
  if (isOfTheAccount(error)) return error.message;
  switch (error.code) {
    case 'ETIMEDOUT':
    case 'EABORT':
      return 'The mail server did not answer in time.';
    case 'EDNS':
    case 'ENOTFOUND':
      return "The mail server's name could not be found.";
    default:
      return `The mail server could not be reached (${error.originalCode ?? error.code ?? error.message}).`;
  }
};

/** A permanent refusal of this very mail; of sender or set-up it may be mended. */
const kindOf = ({ permanent, command }: NodemailerError): Fault['kind'] => {
  if (!permanent) return 'postponed';
  if (command === 'RCPT TO') return 'bounced';
  return command === 'DATA' ? 'refused' : 'postponed';
};

/** What went wrong, in words, and whether trying again makes sense. */
export const toDeliveryFault = (error: NodemailerError): Fault => ({
  kind: kindOf(error),
  reason: inWords(error),
});
