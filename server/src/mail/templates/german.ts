import { germanAccount } from './german-account.js';
import {
  button,
  code,
  note,
  paragraph,
  type MailTexts,
  type MailWriters,
} from './mail-document.js';
import type { Phrases } from './words.js';

const count = (amount: number, one: string, many: string): string =>
  `${amount} ${amount === 1 ? one : many}`;

const phrases: Phrases = {
  greeting: (name) => (name === null ? 'Guten Tag,' : `Guten Tag ${name},`),
  somebody: 'jemand',
  hours: (amount) => count(amount, 'Stunde', 'Stunden'),
  minutes: (amount) => count(amount, 'Minute', 'Minuten'),
  days: (amount) => (amount === 1 ? 'eines Tages' : `von ${amount} Tagen`),
  moment: (at) =>
    `${at.toLocaleString('de', { dateStyle: 'long', timeStyle: 'short', timeZone: 'UTC' })} UTC`,
  acceptBy: (day) =>
    day === null
      ? 'Wenn Sie dort das nächste Mal weiterarbeiten, werden Sie um Ihre Zustimmung gebeten.'
      : `Bis zum ${day.toLocaleDateString('de', { dateStyle: 'long', timeZone: 'UTC' })} hat es Zeit; danach geht es weiter, sobald Sie zugestimmt haben.`,
  skipped: (amount) =>
    amount > 0 ? `Konten, die weniger bekamen, als die Seite verspricht: ${amount}.` : '',
  waiting: (amount) => (amount > 0 ? `Warten auf Ihre Freigabe: ${amount}.` : ''),
};

const writers: MailWriters = {
  activation: ({ greeting, tenantName, host, linkLifetime, codeLifetime, url, code: digits }) => ({
    subject: 'Bestätigen Sie Ihre E-Mail-Adresse',
    blocks: [
      paragraph(greeting),
      paragraph(
        `mit dieser E-Mail-Adresse hat sich jemand, hoffentlich Sie, bei ${tenantName} (${host}) registriert. Bestätigen Sie sie, um die Registrierung abzuschließen.`,
      ),
      button('E-Mail-Adresse bestätigen', url),
      paragraph(
        'Oder geben Sie diesen Code auf der Seite ein, auf der Sie sich registriert haben:',
      ),
      code(digits),
      note(`Die Schaltfläche gilt ${linkLifetime} lang, der Code ${codeLifetime} lang.`),
      note(
        'Sie waren das nicht? Dann beachten Sie diese E-Mail nicht, oder öffnen Sie den Link und drücken Sie „Das war ich nicht“. Ohne Sie geschieht nichts.',
      ),
    ],
  }),

  'already-registered': ({ greeting, tenantName, host, signInUrl, forgotPasswordUrl }) => ({
    subject: 'Sie haben schon ein Konto',
    blocks: [
      paragraph(greeting),
      paragraph(
        `mit dieser E-Mail-Adresse wollte sich jemand, hoffentlich Sie, bei ${tenantName} (${host}) registrieren. Dort haben Sie schon ein Konto; es wurde nichts geändert.`,
      ),
      button('Anmelden', signInUrl),
      paragraph(`Passwort vergessen? Hier setzen Sie ein neues: ${forgotPasswordUrl}`),
      note('Sie waren das nicht? Dann beachten Sie diese E-Mail nicht. Ihr Konto ist, wie es war.'),
    ],
  }),

  'account-activated': ({ greeting, tenantName, host, signInUrl }) => ({
    subject: 'Ihr Konto ist bereit',
    blocks: [
      paragraph(greeting),
      paragraph(
        `Ihre E-Mail-Adresse ist bestätigt, und Ihr Konto bei ${tenantName} (${host}) ist bereit. Ab jetzt melden Sie sich hier an:`,
      ),
      button('Anmelden', signInUrl),
      note('Sie waren das nicht? Dann wenden Sie sich an die Betreiber der Seite.'),
    ],
  }),

  'waiting-for-approval': ({ greeting, tenantName, host }) => ({
    subject: 'Ihre Registrierung wird geprüft',
    blocks: [
      paragraph(greeting),
      paragraph(
        `Ihre E-Mail-Adresse ist bestätigt. Bei ${tenantName} (${host}) wird jede Registrierung geprüft, bevor es ein Konto gibt.`,
      ),
      paragraph('Sie brauchen jetzt nichts zu tun. Sie bekommen eine weitere E-Mail.'),
      note('Sie waren das nicht? Dann wenden Sie sich an die Betreiber der Seite.'),
    ],
  }),

  approval: ({ greeting, tenantName, host, signInUrl }) => ({
    subject: 'Ihr Konto ist bereit',
    blocks: [
      paragraph(greeting),
      paragraph(
        `Ihre Registrierung bei ${tenantName} (${host}) wurde freigegeben, und Ihr Konto ist bereit. Melden Sie sich mit dem Passwort an, das Sie gewählt haben:`,
      ),
      button('Anmelden', signInUrl),
      note('Sie waren das nicht? Dann wenden Sie sich an die Betreiber der Seite.'),
    ],
  }),

  rejection: ({ greeting, tenantName, host, reason }) => ({
    subject: 'Ihre Registrierung wurde nicht freigegeben',
    blocks: [
      paragraph(greeting),
      paragraph(
        `Ihre Registrierung bei ${tenantName} (${host}) wurde nicht freigegeben. Die Begründung:`,
      ),
      paragraph(reason),
      note('Es gibt kein Konto. Was Sie eingegeben haben, wird nach 7 Tagen gelöscht.'),
    ],
  }),

  invitation: ({ greeting, tenantName, host, inviter, linkLifetime, url }) => ({
    subject: 'Sie sind eingeladen',
    blocks: [
      paragraph(greeting),
      paragraph(
        `${inviter} lädt Sie zu ${tenantName} (${host}) ein. Wählen Sie ein Passwort, um anzunehmen.`,
      ),
      button('Einladung annehmen', url),
      note(`Die Schaltfläche gilt einmal, innerhalb ${linkLifetime}.`),
      note(
        'Sie haben das nicht erwartet? Dann beachten Sie diese E-Mail nicht. Ohne Sie geschieht nichts.',
      ),
    ],
  }),

  'invitation-unavailable': ({ greeting, tenantName, host, inviter }) => ({
    subject: 'Sie sind eingeladen, unter einer anderen Adresse',
    blocks: [
      paragraph(greeting),
      paragraph(
        `${inviter} lädt Sie zu ${tenantName} (${host}) ein. Diese E-Mail-Adresse gehört aber schon zu einem anderen Konto und gilt nicht für ein zweites.`,
      ),
      paragraph(
        'Um anzunehmen, bitten Sie um eine Einladung an eine andere E-Mail-Adresse von Ihnen.',
      ),
      note('Davon erfährt niemand außer Ihnen. Ihr Konto ist, wie es war.'),
    ],
  }),

  'reset-password': ({ greeting, host, linkLifetime, url }) => ({
    subject: 'Setzen Sie ein neues Passwort',
    blocks: [
      paragraph(greeting),
      paragraph(
        `jemand, hoffentlich Sie, hat für Ihr Konto bei ${host} ein neues Passwort verlangt. Wählen Sie es hier:`,
      ),
      button('Neues Passwort setzen', url),
      note(`Die Schaltfläche gilt einmal und nur ${linkLifetime} lang.`),
      note(
        'Sie waren das nicht? Dann beachten Sie diese E-Mail nicht. Ihr Passwort bleibt, wie es ist.',
      ),
    ],
  }),

  'password-was-reset': ({ greeting, host, forgotPasswordUrl }) => ({
    subject: 'Ihr Passwort wurde geändert',
    blocks: [
      paragraph(greeting),
      paragraph(
        `das Passwort Ihres Kontos bei ${host} wurde gerade geändert; Sie wurden überall abgemeldet.`,
      ),
      note(`Sie waren das nicht? Dann setzen Sie sofort ein neues Passwort: ${forgotPasswordUrl}`),
    ],
  }),

  ...germanAccount,

  'test-mail': ({ greeting, host }) => ({
    subject: 'Dies ist eine Test-E-Mail',
    blocks: [
      paragraph(greeting),
      paragraph(
        `mit dieser E-Mail hat die Verwaltung von ${host} den Mailserver geprüft. Er funktioniert.`,
      ),
      note('Sie brauchen nichts zu tun.'),
    ],
  }),

  'new-registration': ({ host, person, moment, url }) => ({
    subject: 'Jemand hat sich registriert',
    blocks: [
      paragraph(`${person} hat sich am ${moment} auf ${host} registriert.`),
      paragraph('Die E-Mail-Adresse ist noch nicht bestätigt.'),
      button('Ansehen', url),
    ],
  }),

  'registration-waiting': ({ host, person, moment, url }) => ({
    subject: 'Jemand wartet auf Ihre Freigabe',
    blocks: [
      paragraph(`${person} hat am ${moment} die E-Mail-Adresse auf ${host} bestätigt.`),
      paragraph('Ein Konto gibt es erst, wenn jemand es freigibt.'),
      button('Entscheiden', url),
    ],
  }),

  'registration-activated': ({ host, person, moment, url }) => ({
    subject: 'Ein Konto wurde aktiviert',
    blocks: [
      paragraph(`${person} hat das Konto auf ${host} am ${moment} aktiviert.`),
      button('Ansehen', url),
    ],
  }),

  'grants-skipped': ({ host, person, grants, url }) => ({
    subject: 'Ein Konto bekam weniger, als die Seite verspricht',
    blocks: [
      paragraph(
        `${person} hat das Konto auf ${host} aktiviert, aber diese Rollen sind gelöscht oder nicht mehr erlaubt: ${grants}.`,
      ),
      paragraph(
        'Geben Sie sie von Hand, wo sie gebraucht werden, und wählen Sie andere in den Einstellungen der Seite.',
      ),
      button('Ansehen', url),
    ],
  }),

  'registrations-summary': ({ host, registeredCount, activatedCount, waiting, skipped, url }) => ({
    subject: 'Weitere Registrierungen in der letzten Stunde',
    blocks: [
      paragraph(
        `Außer denen, die Ihnen einzeln gemeldet wurden, in der letzten Stunde auf ${host}: ${registeredCount} registriert, ${activatedCount} aktiviert.`,
      ),
      ...[waiting, skipped].filter(Boolean).map(paragraph),
      button('Ansehen', url),
    ],
  }),

  'test-notice': ({ greeting, url }) => ({
    subject: 'Dies ist eine Testnachricht',
    blocks: [
      paragraph(greeting),
      paragraph(
        'jemand aus der Verwaltung hat geprüft, ob Benachrichtigungen diese Adresse erreichen. Das tun sie.',
      ),
      button('Empfänger öffnen', url),
    ],
  }),
};

export const german: MailTexts = {
  writers,
  phrases,
  copyLink: 'Falls die Schaltfläche nicht geht, kopieren Sie diese Adresse in Ihren Browser:',
  help: 'Hilfe',
};
