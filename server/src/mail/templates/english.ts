import { englishAccount } from './english-account.js';
import {
  button,
  code,
  note,
  paragraph,
  type MailTexts,
  type MailWriters,
} from './mail-document.js';
import type { Phrases } from './words.js';

const count = (amount: number, unit: string): string =>
  `${amount} ${unit}${amount === 1 ? '' : 's'}`;

const phrases: Phrases = {
  greeting: (name) => (name === null ? 'Hello,' : `Hello ${name},`),
  somebody: 'Somebody',
  hours: (amount) => count(amount, 'hour'),
  minutes: (amount) => count(amount, 'minute'),
  days: (amount) => count(amount, 'day'),
  moment: (at) =>
    `${at.toLocaleString('en-GB', { dateStyle: 'long', timeStyle: 'short', timeZone: 'UTC' })} UTC`,
  acceptBy: (day) =>
    day === null
      ? 'The next time you go on there, you are asked to accept it.'
      : `Until ${day.toLocaleDateString('en-GB', { dateStyle: 'long', timeZone: 'UTC' })} it can wait; from then on you go on once you accepted it.`,
  skipped: (amount) =>
    amount > 0 ? `Accounts that got less than the page promises: ${amount}.` : '',
  waiting: (amount) => (amount > 0 ? `Wait for your approval: ${amount}.` : ''),
};

const writers: MailWriters = {
  activation: ({ greeting, tenantName, host, linkLifetime, codeLifetime, url, code: digits }) => ({
    subject: 'Confirm your e-mail address',
    blocks: [
      paragraph(greeting),
      paragraph(
        `Somebody, hopefully you, signed up at ${tenantName} (${host}) with this e-mail address. Confirm it to finish.`,
      ),
      button('Confirm e-mail address', url),
      paragraph('Or type this code on the page where you signed up:'),
      code(digits),
      note(`The button works for ${linkLifetime}, the code for ${codeLifetime}.`),
      note(
        'That was not you? Then ignore this mail, or open the link and press “This wasn’t me”. Without you nothing happens.',
      ),
    ],
  }),

  'already-registered': ({ greeting, tenantName, host, signInUrl, forgotPasswordUrl }) => ({
    subject: 'You already have an account',
    blocks: [
      paragraph(greeting),
      paragraph(
        `Somebody, hopefully you, tried to sign up at ${tenantName} (${host}) with this e-mail address. You have an account there already, so nothing was changed.`,
      ),
      button('Sign in', signInUrl),
      paragraph(`Forgot your password? Set a new one: ${forgotPasswordUrl}`),
      note('That was not you? Then ignore this mail. Your account is as it was.'),
    ],
  }),

  'account-activated': ({ greeting, tenantName, host, signInUrl }) => ({
    subject: 'Your account is ready',
    blocks: [
      paragraph(greeting),
      paragraph(
        `Your e-mail address is confirmed and your account at ${tenantName} (${host}) is ready. From now on sign in here:`,
      ),
      button('Sign in', signInUrl),
      note('That was not you? Then tell the people who run the site.'),
    ],
  }),

  'waiting-for-approval': ({ greeting, tenantName, host }) => ({
    subject: 'Your sign-up is being checked',
    blocks: [
      paragraph(greeting),
      paragraph(
        `Your e-mail address is confirmed. The people of ${tenantName} (${host}) look at every sign-up before an account is made.`,
      ),
      paragraph('There is nothing to do for you now. You will get another mail.'),
      note('That was not you? Then tell the people who run the site.'),
    ],
  }),

  approval: ({ greeting, tenantName, host, signInUrl }) => ({
    subject: 'Your account is ready',
    blocks: [
      paragraph(greeting),
      paragraph(
        `Your sign-up at ${tenantName} (${host}) was approved, and your account is ready. Sign in with the password that you chose:`,
      ),
      button('Sign in', signInUrl),
      note('That was not you? Then tell the people who run the site.'),
    ],
  }),

  rejection: ({ greeting, tenantName, host, reason }) => ({
    subject: 'Your sign-up was not approved',
    blocks: [
      paragraph(greeting),
      paragraph(`Your sign-up at ${tenantName} (${host}) was not approved. The reason given:`),
      paragraph(reason),
      note('No account was made. What you entered is deleted after 7 days.'),
    ],
  }),

  invitation: ({ greeting, tenantName, host, inviter, linkLifetime, url }) => ({
    subject: 'You are invited',
    blocks: [
      paragraph(greeting),
      paragraph(`${inviter} invites you to ${tenantName} (${host}). Choose a password to accept.`),
      button('Accept the invitation', url),
      note(`The button works once, within ${linkLifetime}.`),
      note('You did not expect this? Then ignore this mail. Without you nothing happens.'),
    ],
  }),

  'invitation-unavailable': ({ greeting, tenantName, host, inviter }) => ({
    subject: 'You are invited, under another address',
    blocks: [
      paragraph(greeting),
      paragraph(
        `${inviter} invites you to ${tenantName} (${host}). But this e-mail address belongs to another account already, and can not be used for a second one.`,
      ),
      paragraph('To accept, ask to be invited under another e-mail address of yours.'),
      note('Nobody but you is told of this. Your account is as it was.'),
    ],
  }),

  'reset-password': ({ greeting, host, linkLifetime, url }) => ({
    subject: 'Set a new password',
    blocks: [
      paragraph(greeting),
      paragraph(
        `Somebody, hopefully you, asked for a new password for your account at ${host}. Choose one here:`,
      ),
      button('Set a new password', url),
      note(`The button works once, within ${linkLifetime}.`),
      note('That was not you? Then ignore this mail. Your password stays as it is.'),
    ],
  }),

  'password-was-reset': ({ greeting, host, forgotPasswordUrl }) => ({
    subject: 'Your password was changed',
    blocks: [
      paragraph(greeting),
      paragraph(
        `The password of your account at ${host} was changed a moment ago, and you were signed out everywhere.`,
      ),
      note(`That was not you? Then set a new password at once: ${forgotPasswordUrl}`),
    ],
  }),

  ...englishAccount,

  'test-mail': ({ greeting, host }) => ({
    subject: 'This is a test mail',
    blocks: [
      paragraph(greeting),
      paragraph(`An administrator of ${host} tried the mail server with this mail. It works.`),
      note('There is nothing to do for you.'),
    ],
  }),

  'new-registration': ({ host, person, moment, url }) => ({
    subject: 'Somebody registered',
    blocks: [
      paragraph(`${person} registered at ${host} on ${moment}.`),
      paragraph('The e-mail address is not confirmed yet.'),
      button('Have a look', url),
    ],
  }),

  'registration-waiting': ({ host, person, moment, url }) => ({
    subject: 'Somebody waits for your approval',
    blocks: [
      paragraph(`${person} confirmed the e-mail address at ${host} on ${moment}.`),
      paragraph('There is no account before somebody approves it.'),
      button('Decide', url),
    ],
  }),

  'registration-activated': ({ host, person, moment, url }) => ({
    subject: 'An account was activated',
    blocks: [
      paragraph(`${person} activated the account at ${host} on ${moment}.`),
      button('Have a look', url),
    ],
  }),

  'grants-skipped': ({ host, person, grants, url }) => ({
    subject: 'An account got less than its page promises',
    blocks: [
      paragraph(
        `${person} activated the account at ${host}, but these roles are gone or not allowed any more: ${grants}.`,
      ),
      paragraph(
        'Give them by hand where they are needed, and choose others in the page’s settings.',
      ),
      button('Have a look', url),
    ],
  }),

  'registrations-summary': ({ host, registeredCount, activatedCount, waiting, skipped, url }) => ({
    subject: 'More registrations within the last hour',
    blocks: [
      paragraph(
        `Besides those you were told of one by one, within the last hour at ${host}: ${registeredCount} registered, ${activatedCount} activated.`,
      ),
      ...[waiting, skipped].filter(Boolean).map(paragraph),
      button('Have a look', url),
    ],
  }),

  'test-notice': ({ greeting, url }) => ({
    subject: 'This is a test notice',
    blocks: [
      paragraph(greeting),
      paragraph('An administrator tried whether notices reach this address. They do.'),
      button('Open the recipients', url),
    ],
  }),
};

export const english: MailTexts = {
  writers,
  phrases,
  copyLink: 'If the button does not work, copy this address into your browser:',
  help: 'Help',
};
