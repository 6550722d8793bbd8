/**
 * What a mail says, by template: facts, and secrets that exist in memory only. Secrets are made
 * when the mail is sent; neither the message log, the queue nor the program's log holds them.
 */
export interface MailFacts {
  /** Confirms the address of somebody who signed up. */
  readonly activation: {
    readonly variables: {
      readonly tenantName: string;
      readonly host: string;
      /** As a stranger typed it; shown only as far as it is harmless. */
      readonly name: string | null;
      /** Lifetime of the link. */
      readonly hours: number;
      /** Lifetime of the code. */
      readonly minutes: number;
    };
    readonly secrets: { readonly url: string; readonly code: string };
  };
  /** Somebody signed up with the address of an account. */
  readonly 'already-registered': {
    readonly variables: {
      readonly tenantName: string;
      readonly host: string;
      readonly signInUrl: string;
      readonly forgotPasswordUrl: string;
    };
    readonly secrets: NoSecrets;
  };
  readonly 'account-activated': {
    readonly variables: {
      readonly tenantName: string;
      readonly host: string;
      readonly name: string | null;
      readonly signInUrl: string;
    };
    readonly secrets: NoSecrets;
  };
  /** The address is confirmed; an administrator has to decide. */
  readonly 'waiting-for-approval': AboutSignUp;
  readonly approval: {
    readonly variables: AboutSignUp['variables'] & { readonly signInUrl: string };
    readonly secrets: NoSecrets;
  };
  readonly rejection: {
    /** The reason is an administrator's, in one line. */
    readonly variables: AboutSignUp['variables'] & { readonly reason: string };
    readonly secrets: NoSecrets;
  };
  readonly invitation: {
    readonly variables: {
      readonly tenantName: string;
      readonly host: string;
      /** Who invites; shown only as far as it is harmless. */
      readonly inviterName: string | null;
      /** Lifetime of the link. */
      readonly days: number;
    };
    readonly secrets: { readonly url: string };
  };
  /** Somebody was invited whose address belongs to an account that can't take the invitation. */
  readonly 'invitation-unavailable': {
    readonly variables: {
      readonly tenantName: string;
      readonly host: string;
      readonly inviterName: string | null;
    };
    readonly secrets: NoSecrets;
  };
  readonly 'reset-password': {
    readonly variables: {
      readonly host: string;
      /** Lifetime of the link. */
      readonly minutes: number;
    };
    readonly secrets: { readonly url: string };
  };
  readonly 'password-was-reset': {
    readonly variables: { readonly host: string; readonly forgotPasswordUrl: string };
    readonly secrets: NoSecrets;
  };
  /** To an address that somebody wants to move their account to. */
  readonly 'confirm-address': {
    readonly variables: {
      readonly host: string;
      /** Lifetime of the link. */
      readonly hours: number;
    };
    readonly secrets: { readonly url: string };
  };
  /** The same, where the address belongs to another account. */
  readonly 'address-taken': {
    readonly variables: { readonly host: string };
    readonly secrets: NoSecrets;
  };
  /** To the address that an account left. */
  readonly 'address-changed': {
    readonly variables: { readonly host: string };
    readonly secrets: NoSecrets;
  };
  /** Wrong passwords locked an account for a while. */
  readonly 'account-locked': {
    readonly variables: {
      readonly host: string;
      /** How long the lock lasts. */
      readonly minutes: number;
      readonly forgotPasswordUrl: string;
    };
    readonly secrets: NoSecrets;
  };
  /** A legal text that somebody is asked to accept has a new version. */
  readonly 'legal-text-changed': {
    readonly variables: {
      readonly host: string;
      /** Which text, in the recipient's language. */
      readonly title: string;
      /** Until when it can wait; null: no longer. */
      readonly requiredFrom: Date | null;
      /** Where it stands for good. */
      readonly url: string;
    };
    readonly secrets: NoSecrets;
  };
  /** An administrator tries the mail server. */
  readonly 'test-mail': {
    readonly variables: { readonly host: string };
    readonly secrets: NoSecrets;
  };
  /** To whom a sign-up page notifies. */
  readonly 'new-registration': AboutPerson;
  readonly 'registration-waiting': AboutPerson;
  readonly 'registration-activated': AboutPerson;
  /** What somebody's page promises is gone, or no longer allowed. */
  readonly 'grants-skipped': {
    readonly variables: Pick<AboutPerson['variables'], 'host' | 'name' | 'email' | 'url'> & {
      /** Names of roles and groups, one after the other. */
      readonly grants: string;
    };
    readonly secrets: NoSecrets;
  };
  /** How many more there were within an hour. */
  readonly 'registrations-summary': {
    readonly variables: {
      readonly host: string;
      readonly registeredCount: number;
      readonly activatedCount: number;
      readonly waitingCount: number;
      readonly skippedCount: number;
      readonly url: string;
    };
    readonly secrets: NoSecrets;
  };
  /** An administrator tries a recipient. */
  readonly 'test-notice': {
    readonly variables: { readonly url: string };
    readonly secrets: NoSecrets;
  };
}

/** Where somebody signed up. */
export interface AboutSignUp {
  readonly variables: {
    readonly tenantName: string;
    readonly host: string;
    /** As the person typed it; shown only as far as it is harmless. */
    readonly name: string | null;
  };
  readonly secrets: NoSecrets;
}

/** What notices tell of somebody. */
export interface AboutPerson {
  readonly variables: {
    readonly host: string;
    /** As a stranger typed it; shown only as far as it is harmless. */
    readonly name: string | null;
    readonly email: string;
    readonly at: Date;
    /** Where the reader looks further. */
    readonly url: string;
  };
  readonly secrets: NoSecrets;
}

type NoSecrets = Readonly<Record<string, never>>;

export type MailTemplate = keyof MailFacts;

/** A template with all that it needs. */
export type MailContent<T extends MailTemplate = MailTemplate> = {
  [Name in T]: { readonly template: Name } & MailFacts[Name];
}[T];

/** A mail in words. */
export interface RenderedMail {
  readonly subject: string;
  readonly text: string;
  readonly html: string;
}
