export interface DemoLogin {
  readonly email: string;
  readonly password: string;
}

/** What `demo.json` in the data directory tells people and browser tests. */
export interface Demo {
  readonly consoleUrl: string;
  /** Null with a mail server of one's own. */
  readonly inboxUrl: string | null;
  readonly systemAdministrator: DemoLogin;
  readonly tenants: readonly {
    readonly name: string;
    readonly url: string;
    readonly signUpUrl: string;
    readonly admin: DemoLogin;
    readonly customers: readonly DemoLogin[];
  }[];
}
