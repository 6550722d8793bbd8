/** English, the language that the others are checked against. `{…}` is filled in by `fill`. */
export const messages = {
  language: 'Language',
  signIn: 'Sign in',
  signedInAs: 'You are signed in as {name}.',
  goOn: 'Continue',
  signOut: 'Sign out',
  alreadyAccount: 'Already have an account?',
  alreadyActive: 'Already active?',
  signUpAgain: 'Sign up again',
  retry: 'Try again',
  help: 'Help',
  back: 'Back',
  optional: 'optional',
  choose: 'Please choose',
  faultSummaryOne: 'One entry needs your attention.',
  faultSummary: '{count} entries need your attention.',

  fields: {
    firstName: 'First name',
    lastName: 'Last name',
    email: 'E-mail address',
    password: 'Password',
    passwordRepeat: 'Repeat password',
    phone: 'Phone',
    country: 'Country',
    state: 'State or province',
    city: 'City',
    zip: 'ZIP or postal code',
    address: 'Address',
    address2: 'Address, second line',
    inviteCode: 'Invite code',
  },

  form: {
    title: 'Create your account',
    submit: 'Create account',
    working: 'Creating your account…',
    approval: 'Every sign-up is looked at before there is an account.',
    passwordAgain: 'For your safety we don’t keep your password. Please type it again.',
  },

  password: {
    show: 'Show',
    hide: 'Hide',
    showLabel: 'Show password',
    hideLabel: 'Hide password',
    lengthRule: 'At least {min} characters',
    lengthCount: '{count} of {min}',
    personalRule: 'Not your name, address or “{tenant}”',
    advice: 'A few words without connection work well.',
    strength: 'Strength',
    strength0: 'very weak',
    strength1: 'weak',
    strength2: 'fair',
    strength3: 'good',
    strength4: 'strong',
    met: 'Met:',
  },

  captcha: {
    altchaIdle: 'A short robot check runs while you type.',
    altchaWorking: 'Checking that you are human…',
    altchaSolved: 'Checked: you are human.',
    recaptchaIdle: 'Google reCAPTCHA checks that you are human. It loads when you begin to type.',
    recaptchaWorking: 'Loading the check…',
    recaptchaReady: 'Protected by Google reCAPTCHA.',
    unavailable: 'The check against robots can’t be loaded.',
  },

  legal: {
    read: 'Read the text',
    accept: 'Accept',
    close: 'Close',
    loading: 'Loading the text…',
    failed: 'The text can’t be loaded just now.',
    openPage: 'Open it on a page of its own',
  },

  checkMail: {
    title: 'Check your mail',
    sent: 'We have sent a link and a six-digit code to {address}.',
    instruction: 'Open the link, or type the code here.',
    code: 'Six-digit code',
    submit: 'Confirm',
    working: 'Checking the code…',
    spam: 'Nothing there? It can take a minute. Please look in the spam folder, too.',
    taken: 'If you already have an account with this address, the mail says so.',
    resend: 'Send the mail again',
    resendIn: 'Send again in {time}',
    resent: 'Sent again. The links and codes of earlier mails still work until they run out.',
    wrongAddress: 'Wrong address?',
    change: 'Change it',
  },

  waiting: {
    title: 'Your sign-up is being checked',
    text: 'Your address is confirmed. Once your sign-up is approved, we send you a mail, and you can sign in.',
  },

  activate: {
    title: 'Activate your account',
    text: 'One step is left: press the button to confirm your address.',
    submit: 'Activate my account',
    working: 'Activating your account…',
    notMe: 'You didn’t sign up?',
    notMeLink: 'This wasn’t me',
  },

  otherBrowser: {
    title: 'Is it you?',
    text: 'You signed up in another browser or on another device. To activate your account here, type the password that you chose at sign-up.',
    password: 'Password chosen at sign-up',
  },

  linkNotGood: {
    title: 'This link is no longer good',
    text: 'It has been used, has run out or is incomplete. Type your address, and we send you a new one.',
    submit: 'Send a new link',
    working: 'Sending…',
    sent: 'If a sign-up with this address is waiting, a new mail is on its way. Please look in the spam folder, too.',
  },

  disown: {
    title: 'This wasn’t me',
    text: 'Somebody may have typed your address by mistake. You can end this sign-up, and no account is made. To confirm, type the address that received our mail.',
    submit: 'End this sign-up',
    working: 'Ending…',
    doneTitle: 'Sign-up ended',
    doneText: 'No account was made, and the link no longer works. You can close this page.',
  },

  unavailable: {
    title: 'Sign-up is not available here',
    text: 'If you already have an account, you can sign in.',
  },

  problems: {
    rateLimited: 'Too many tries. Please wait {time}, then try again.',
    rateLimitOver: 'You can try again now.',
    overloaded: 'We are very busy right now. Your entries are kept; please try again in a moment.',
    offline: 'We can’t be reached. Please check your connection; your entries are kept.',
    closed: 'Sign-up has been closed in the meantime.',
    failed: 'Something went wrong on our side. Your entries are kept; please try again.',
  },

  faults: {
    REQUIRED: 'Please fill this in.',
    TOO_LONG: 'This is too long. At most {max} characters are possible.',
    INVALID_EMAIL: 'This is not a complete e-mail address, such as name@example.com.',
    INVITE_CODE_NOT_GOOD: 'This code is wrong, has run out or is used up.',
    EMAIL_DOMAIN_BLOCKED: 'Addresses of this provider can’t be used here. Please use another one.',
    EMAIL_DOMAIN_NOT_ALLOWED:
      'Only addresses of certain organisations can be used here. Please use the one that yours gave you.',
    EMAIL_DISPOSABLE: 'This address lasts a short time only. Please use one that lasts.',
    INVALID_PHONE: 'This is not a phone number, such as +49 30 1234567.',
    INVALID_NUMBER: 'Please type a number, such as 12 or 1.5.',
    INVALID_CHOICE: 'Please choose from the list.',
    OUT_OF_RANGE: 'This number is outside of what is possible: {range}.',
    INVALID_TEXT: 'This contains characters that can’t be used here.',
    PASSWORD_TOO_SHORT: 'Please use at least {min} characters.',
    PASSWORD_TOO_LONG: 'Please use at most 128 characters.',
    PASSWORD_CONTROL_CHARACTERS:
      'This contains control characters, such as a tab. Please leave them out.',
    PASSWORD_COMMON:
      'Many people use this password, so it is easy to guess. Please choose another.',
    PASSWORD_CONTAINS_PERSONAL: 'Please leave out your name, your address and “{tenant}”.',
    REPEAT_DIFFERS: 'The two passwords differ.',
    CONSENT_MISSING: 'Please read this and tick the box.',
    CONSENT_OUTDATED: 'This text has just changed. Please read it and tick the box again.',
    CAPTCHA_REQUIRED: 'Please confirm that you are human.',
    CAPTCHA_FAILED: 'The check against robots didn’t succeed. Please try again.',
    CAPTCHA_UNAVAILABLE: 'The check against robots doesn’t answer. Please try again in a moment.',
    DISABLED: 'Sign-up has been closed in the meantime.',
    CODE_INCOMPLETE: 'Please type all six digits.',
    CODE_NOT_GOOD: 'This code is wrong or has run out. Use the newest mail, or the link in it.',
    PASSWORD_WRONG:
      'This is not the password chosen at sign-up. After five wrong ones the link ends.',
    EMAIL_DIFFERS: 'Our mail did not go to this address.',
  },
};

/** The shape of every language's texts. */
export type Messages = typeof messages;
