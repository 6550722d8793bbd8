import { readFileSync } from 'node:fs';

/** Tells the journeys where the running demo wrote its addresses and logins. */
export const DEMO_FILE_VARIABLE = 'GATEHOUSE_DEMO_FILE';

export interface Login {
  readonly email: string;
  readonly password: string;
}

export interface DemoTenant {
  readonly name: string;
  readonly url: string;
  readonly signUpUrl: string;
  readonly admin: Login;
  readonly customers: readonly Login[];
}

/** What the server writes to `demo.json` in its data directory when the demo is up. */
export interface Demo {
  readonly consoleUrl: string;
  readonly inboxUrl: string;
  readonly tenants: readonly DemoTenant[];
  readonly systemAdministrator: Login;
}

/** The demo that this run plays against. */
export const readDemo = (): Demo =>
  JSON.parse(readFileSync(process.env[DEMO_FILE_VARIABLE] ?? '', 'utf8')) as Demo;
