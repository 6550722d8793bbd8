import type { Messages } from './en.js';

export const messages: Messages = {
  language: 'Sprache',
  signIn: 'Anmelden',
  signedInAs: 'Sie sind angemeldet als {name}.',
  goOn: 'Weiter',
  signOut: 'Abmelden',
  alreadyAccount: 'Sie haben schon ein Konto?',
  alreadyActive: 'Schon aktiviert?',
  signUpAgain: 'Neu registrieren',
  retry: 'Noch einmal versuchen',
  help: 'Hilfe',
  back: 'Zurück',
  optional: 'freiwillig',
  choose: 'Bitte wählen',
  faultSummaryOne: 'Eine Angabe braucht Ihre Aufmerksamkeit.',
  faultSummary: '{count} Angaben brauchen Ihre Aufmerksamkeit.',

  fields: {
    firstName: 'Vorname',
    lastName: 'Nachname',
    email: 'E-Mail-Adresse',
    password: 'Passwort',
    passwordRepeat: 'Passwort wiederholen',
    phone: 'Telefon',
    country: 'Land',
    state: 'Bundesland oder Kanton',
    city: 'Ort',
    zip: 'Postleitzahl',
    address: 'Adresse',
    address2: 'Adresszusatz',
    inviteCode: 'Einladungscode',
  },

  form: {
    title: 'Konto anlegen',
    submit: 'Konto anlegen',
    working: 'Ihr Konto wird angelegt …',
    approval: 'Jede Registrierung wird geprüft, bevor es ein Konto gibt.',
    passwordAgain:
      'Zu Ihrer Sicherheit bewahren wir das Passwort nicht auf. Bitte geben Sie es noch einmal ein.',
  },

  password: {
    show: 'Zeigen',
    hide: 'Verbergen',
    showLabel: 'Passwort zeigen',
    hideLabel: 'Passwort verbergen',
    lengthRule: 'Mindestens {min} Zeichen',
    lengthCount: '{count} von {min}',
    personalRule: 'Nicht Ihr Name, Ihre Adresse oder „{tenant}“',
    advice: 'Gut sind ein paar Wörter ohne Zusammenhang.',
    strength: 'Stärke',
    strength0: 'sehr schwach',
    strength1: 'schwach',
    strength2: 'mittel',
    strength3: 'gut',
    strength4: 'stark',
    met: 'Erfüllt:',
  },

  captcha: {
    altchaIdle: 'Während Sie tippen, läuft eine kurze Roboterprüfung.',
    altchaWorking: 'Wir prüfen, ob Sie ein Mensch sind …',
    altchaSolved: 'Geprüft: Sie sind ein Mensch.',
    recaptchaIdle:
      'Google reCAPTCHA prüft, ob Sie ein Mensch sind. Es wird geladen, sobald Sie tippen.',
    recaptchaWorking: 'Die Prüfung wird geladen …',
    recaptchaReady: 'Geschützt durch Google reCAPTCHA.',
    unavailable: 'Die Prüfung gegen Roboter lässt sich nicht laden.',
  },

  legal: {
    read: 'Text lesen',
    accept: 'Zustimmen',
    close: 'Schließen',
    loading: 'Der Text wird geladen …',
    failed: 'Der Text lässt sich gerade nicht laden.',
    openPage: 'Auf einer eigenen Seite öffnen',
  },

  checkMail: {
    title: 'Sehen Sie in Ihr Postfach',
    sent: 'Wir haben einen Link und einen sechsstelligen Code an {address} geschickt.',
    instruction: 'Öffnen Sie den Link, oder geben Sie hier den Code ein.',
    code: 'Sechsstelliger Code',
    submit: 'Bestätigen',
    working: 'Der Code wird geprüft …',
    spam: 'Nichts angekommen? Das kann eine Minute dauern. Bitte sehen Sie auch im Spam-Ordner nach.',
    taken: 'Wenn Sie mit dieser Adresse schon ein Konto haben, steht das in der Mail.',
    resend: 'Mail noch einmal senden',
    resendIn: 'Noch einmal senden in {time}',
    resent:
      'Noch einmal gesendet. Links und Codes aus früheren Mails gelten weiter, bis sie ablaufen.',
    wrongAddress: 'Falsche Adresse?',
    change: 'Ändern',
  },

  waiting: {
    title: 'Ihre Registrierung wird geprüft',
    text: 'Ihre Adresse ist bestätigt. Sobald Ihre Registrierung freigegeben ist, schicken wir Ihnen eine Mail, und Sie können sich anmelden.',
  },

  activate: {
    title: 'Konto aktivieren',
    text: 'Nur noch ein Schritt: Bestätigen Sie mit dem Knopf Ihre Adresse.',
    submit: 'Mein Konto aktivieren',
    working: 'Ihr Konto wird aktiviert …',
    notMe: 'Sie haben sich nicht registriert?',
    notMeLink: 'Das war ich nicht',
  },

  otherBrowser: {
    title: 'Sind Sie es?',
    text: 'Sie haben sich in einem anderen Browser oder auf einem anderen Gerät registriert. Um Ihr Konto hier zu aktivieren, geben Sie das Passwort ein, das Sie dabei gewählt haben.',
    password: 'Bei der Registrierung gewähltes Passwort',
  },

  linkNotGood: {
    title: 'Dieser Link gilt nicht mehr',
    text: 'Er wurde schon benutzt, ist abgelaufen oder unvollständig. Geben Sie Ihre Adresse ein, dann schicken wir Ihnen einen neuen.',
    submit: 'Neuen Link senden',
    working: 'Wird gesendet …',
    sent: 'Wenn mit dieser Adresse eine Registrierung offen ist, ist eine neue Mail unterwegs. Bitte sehen Sie auch im Spam-Ordner nach.',
  },

  disown: {
    title: 'Das war ich nicht',
    text: 'Vielleicht hat jemand versehentlich Ihre Adresse eingegeben. Sie können diese Registrierung beenden, dann entsteht kein Konto. Geben Sie zur Bestätigung die Adresse ein, an die unsere Mail ging.',
    submit: 'Registrierung beenden',
    working: 'Wird beendet …',
    doneTitle: 'Die Registrierung ist beendet',
    doneText:
      'Es ist kein Konto entstanden, und der Link gilt nicht mehr. Sie können diese Seite schließen.',
  },

  unavailable: {
    title: 'Hier ist keine Registrierung möglich',
    text: 'Wenn Sie schon ein Konto haben, können Sie sich anmelden.',
  },

  problems: {
    rateLimited: 'Zu viele Versuche. Bitte warten Sie {time}, dann versuchen Sie es noch einmal.',
    rateLimitOver: 'Sie können es jetzt noch einmal versuchen.',
    overloaded:
      'Gerade ist sehr viel los. Ihre Angaben bleiben erhalten; bitte versuchen Sie es gleich noch einmal.',
    offline:
      'Wir sind nicht erreichbar. Bitte prüfen Sie Ihre Verbindung; Ihre Angaben bleiben erhalten.',
    closed: 'Die Registrierung wurde inzwischen geschlossen.',
    failed:
      'Bei uns ist etwas schiefgegangen. Ihre Angaben bleiben erhalten; bitte versuchen Sie es noch einmal.',
  },

  faults: {
    REQUIRED: 'Bitte füllen Sie dieses Feld aus.',
    TOO_LONG: 'Das ist zu lang. Möglich sind höchstens {max} Zeichen.',
    INVALID_EMAIL: 'Das ist keine vollständige E-Mail-Adresse wie name@example.com.',
    INVITE_CODE_NOT_GOOD: 'Dieser Code ist falsch, abgelaufen oder aufgebraucht.',
    EMAIL_DOMAIN_BLOCKED:
      'Adressen dieses Anbieters sind hier nicht möglich. Bitte nehmen Sie eine andere.',
    EMAIL_DOMAIN_NOT_ALLOWED:
      'Hier sind nur Adressen bestimmter Organisationen möglich. Bitte nehmen Sie die von Ihrer.',
    EMAIL_DISPOSABLE: 'Diese Adresse besteht nur kurz. Bitte nehmen Sie eine, die bleibt.',
    INVALID_PHONE: 'Das ist keine Telefonnummer wie +49 30 1234567.',
    INVALID_NUMBER: 'Bitte geben Sie eine Zahl ein, etwa 12 oder 1,5.',
    INVALID_CHOICE: 'Bitte wählen Sie aus der Liste.',
    OUT_OF_RANGE: 'Diese Zahl liegt außerhalb des Möglichen: {range}.',
    INVALID_TEXT: 'Hier stehen Zeichen, die nicht möglich sind.',
    PASSWORD_TOO_SHORT: 'Bitte nehmen Sie mindestens {min} Zeichen.',
    PASSWORD_TOO_LONG: 'Bitte nehmen Sie höchstens 128 Zeichen.',
    PASSWORD_CONTROL_CHARACTERS:
      'Hier stehen Steuerzeichen, etwa ein Tabulator. Bitte lassen Sie sie weg.',
    PASSWORD_COMMON:
      'Dieses Passwort benutzen viele, es ist leicht zu erraten. Bitte wählen Sie ein anderes.',
    PASSWORD_CONTAINS_PERSONAL: 'Bitte lassen Sie Ihren Namen, Ihre Adresse und „{tenant}“ weg.',
    REPEAT_DIFFERS: 'Die beiden Passwörter sind verschieden.',
    CONSENT_MISSING: 'Bitte lesen Sie dies und setzen Sie das Häkchen.',
    CONSENT_OUTDATED:
      'Dieser Text wurde soeben geändert. Bitte lesen Sie ihn und setzen Sie das Häkchen neu.',
    CAPTCHA_REQUIRED: 'Bitte bestätigen Sie, dass Sie ein Mensch sind.',
    CAPTCHA_FAILED:
      'Die Prüfung gegen Roboter ist nicht gelungen. Bitte versuchen Sie es noch einmal.',
    CAPTCHA_UNAVAILABLE:
      'Die Prüfung gegen Roboter antwortet nicht. Bitte versuchen Sie es gleich noch einmal.',
    DISABLED: 'Die Registrierung wurde inzwischen geschlossen.',
    CODE_INCOMPLETE: 'Bitte geben Sie alle sechs Ziffern ein.',
    CODE_NOT_GOOD:
      'Dieser Code ist falsch oder abgelaufen. Nehmen Sie die neueste Mail oder den Link darin.',
    PASSWORD_WRONG:
      'Das ist nicht das bei der Registrierung gewählte Passwort. Nach fünf falschen endet der Link.',
    EMAIL_DIFFERS: 'An diese Adresse ging unsere Mail nicht.',
  },
};
