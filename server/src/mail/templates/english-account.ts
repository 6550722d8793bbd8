import { button, note, paragraph, type MailWriters } from './mail-document.js';

/** What owners of accounts are told in between. */
export const englishAccount: Pick<
  MailWriters,
  'confirm-address' | 'address-taken' | 'address-changed' | 'account-locked' | 'legal-text-changed'
> = {
  'confirm-address': ({ greeting, host, linkLifetime, url }) => ({
    subject: 'Confirm your new e-mail address',
    blocks: [
      paragraph(greeting),
      paragraph(
        `Somebody, hopefully you, wants to use this e-mail address for an account at ${host}. Confirm it, and you sign in with it from then on.`,
      ),
      button('Confirm the new address', url),
      note(`The button works once, within ${linkLifetime}.`),
      note('That was not you? Then ignore this mail. Without you nothing happens.'),
    ],
  }),

  'address-taken': ({ greeting, host }) => ({
    subject: 'Your e-mail address stays as it is',
    blocks: [
      paragraph(greeting),
      paragraph(
        `Somebody, hopefully you, tried to move another account at ${host} to this e-mail address. You have an account with it there already, so nothing was changed.`,
      ),
      note('Nobody but you is told of this. That was not you? Then ignore this mail.'),
    ],
  }),

  'address-changed': ({ greeting, host }) => ({
    subject: 'Your e-mail address was changed',
    blocks: [
      paragraph(greeting),
      paragraph(
        `Your account at ${host} has another e-mail address now. This one was told for the last time; it signs nobody in any more.`,
      ),
      note('That was not you? Then tell the people who run the site at once.'),
    ],
  }),

  'account-locked': ({ greeting, host, lockTime, forgotPasswordUrl }) => ({
    subject: 'Your account is locked for a while',
    blocks: [
      paragraph(greeting),
      paragraph(
        `Somebody tried several wrong passwords for your account at ${host}. To keep them out, it takes no password for up to ${lockTime}; then it opens by itself.`,
      ),
      paragraph(`Forgot your password? Set a new one: ${forgotPasswordUrl}`),
      note('That was not you? Then there is nothing to do. Your password was not found out.'),
    ],
  }),

  'legal-text-changed': ({ greeting, title, host, deadline, url }) => ({
    subject: 'A text that concerns you has changed',
    blocks: [
      paragraph(greeting),
      paragraph(`There is a new version of this text at ${host}: ${title}. ${deadline}`),
      button('Read the text', url),
      note('You can accept it once you are signed in.'),
    ],
  }),
};
