import { button, note, paragraph, type MailWriters } from './mail-document.js';

/** What owners of accounts are told in between. */
export const germanAccount: Pick<
  MailWriters,
  'confirm-address' | 'address-taken' | 'address-changed' | 'account-locked' | 'legal-text-changed'
> = {
  'confirm-address': ({ greeting, host, linkLifetime, url }) => ({
    subject: 'Bestätigen Sie Ihre neue E-Mail-Adresse',
    blocks: [
      paragraph(greeting),
      paragraph(
        `jemand, hoffentlich Sie, möchte diese E-Mail-Adresse für ein Konto bei ${host} verwenden. Bestätigen Sie sie; von da an melden Sie sich mit ihr an.`,
      ),
      button('Neue Adresse bestätigen', url),
      note(`Die Schaltfläche gilt einmal und ${linkLifetime} lang.`),
      note('Sie waren das nicht? Dann beachten Sie diese E-Mail nicht. Ohne Sie geschieht nichts.'),
    ],
  }),

  'address-taken': ({ greeting, host }) => ({
    subject: 'Ihre E-Mail-Adresse bleibt, wie sie ist',
    blocks: [
      paragraph(greeting),
      paragraph(
        `jemand, hoffentlich Sie, wollte ein anderes Konto bei ${host} auf diese E-Mail-Adresse umstellen. Mit ihr haben Sie dort bereits ein Konto, deshalb wurde nichts geändert.`,
      ),
      note(
        'Davon erfährt niemand außer Ihnen. Sie waren das nicht? Dann beachten Sie diese E-Mail nicht.',
      ),
    ],
  }),

  'address-changed': ({ greeting, host }) => ({
    subject: 'Ihre E-Mail-Adresse wurde geändert',
    blocks: [
      paragraph(greeting),
      paragraph(
        `Ihr Konto bei ${host} hat jetzt eine andere E-Mail-Adresse. An diese schreiben wir zum letzten Mal; mit ihr meldet sich niemand mehr an.`,
      ),
      note('Sie waren das nicht? Dann sagen Sie es gleich den Betreibern der Seite.'),
    ],
  }),

  'account-locked': ({ greeting, host, lockTime, forgotPasswordUrl }) => ({
    subject: 'Ihr Konto ist für eine Weile gesperrt',
    blocks: [
      paragraph(greeting),
      paragraph(
        `jemand hat mehrere falsche Passwörter für Ihr Konto bei ${host} versucht. Damit niemand hineinkommt, nimmt es bis zu ${lockTime} lang kein Passwort an; danach öffnet es sich von selbst.`,
      ),
      paragraph(`Passwort vergessen? Setzen Sie ein neues: ${forgotPasswordUrl}`),
      note('Sie waren das nicht? Dann ist nichts zu tun. Ihr Passwort wurde nicht herausgefunden.'),
    ],
  }),

  'legal-text-changed': ({ greeting, title, host, deadline, url }) => ({
    subject: 'Ein Text, der Sie betrifft, hat sich geändert',
    blocks: [
      paragraph(greeting),
      paragraph(`bei ${host} gibt es eine neue Fassung dieses Textes: ${title}. ${deadline}`),
      button('Text lesen', url),
      note('Zustimmen können Sie, sobald Sie angemeldet sind.'),
    ],
  }),
};
