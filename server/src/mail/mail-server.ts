import type { MailSecurity } from './mail-settings.js';

/** Whose settings count for a tenant. */
export type MailServerSource = 'TENANT' | 'SYSTEM' | 'ENVIRONMENT';

/** Everything that a delivery needs, secrets opened. */
export interface MailServer {
  readonly source: MailServerSource;
  /** Sender, e.g. `Gatehouse <no-reply@example.com>`. */
  readonly from: string | { readonly name: string; readonly address: string };
  readonly host: string;
  readonly port: number;
  readonly security: MailSecurity;
  /** Longest wait for each step, in ms. */
  readonly stepMs: number;
  readonly account: MailAccount | null;
  /** Typed by a tenant: never on a private network, whatever its name stands for. */
  readonly publicOnly: boolean;
  /** When the settings were saved; null for those of the environment. */
  readonly since: Date | null;
}

export type MailAccount =
  | { readonly kind: 'password'; readonly user: string; readonly password: string }
  | {
      readonly kind: 'oauth2';
      readonly user: string;
      /** @param renew the last one was refused */
      readonly accessToken: (renew: boolean) => Promise<string>;
    };

/** The server that sends for a tenant. */
export type MailServerOf = (tenantId: string) => Promise<MailServer>;
