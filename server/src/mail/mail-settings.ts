/** Whose mail server it is; the first three fill the form and know where consent is asked for. */
export const mailProviders = ['SENDGRID', 'GMAIL', 'OFFICE_365', 'OTHER'] as const;
export type MailProvider = (typeof mailProviders)[number];

/** `TLS` from the start, `STARTTLS` demanded, or `NONE`, for a server on the same machine only. */
export type MailSecurity = 'TLS' | 'STARTTLS' | 'NONE';

export type MailAuthentication = 'NONE' | 'PASSWORD' | 'OAUTH2';

/** What the provider knows this installation by. */
export interface OauthClient {
  readonly clientId: string;
  readonly sealedClientSecret: string | null;
  /** Microsoft's tenant id; null for all others. */
  readonly directoryId: string | null;
  /** Where the owner of the mail account is asked. */
  readonly authorizationUrl: string;
  readonly tokenUrl: string;
  readonly scope: string;
}

/** The mail server of one tenant; that of the system tenant serves all who have none. */
export interface MailSettings {
  readonly provider: MailProvider;
  readonly fromName: string | null;
  readonly fromAddress: string;
  readonly host: string;
  readonly port: number;
  readonly security: MailSecurity;
  /** Longest wait for each step, 1 to 60. */
  readonly timeoutSeconds: number;
  readonly authentication: MailAuthentication;
  readonly username: string | null;
  /** Opened only to send. */
  readonly sealedPassword: string | null;
  readonly oauth2: OauthClient | null;
  readonly updatedAt: Date;
}

/** Sealed texts open in their own place only. */
export const passwordContext = (tenantId: string): string => `mail password ${tenantId}`;
export const clientSecretContext = (tenantId: string): string => `mail client secret ${tenantId}`;

/** Whether a host is this very machine. */
export const isLoopbackHost = (host: string): boolean =>
  host === 'localhost' || host === '::1' || /^127\.\d+\.\d+\.\d+$/.test(host);
