import type { MailServer } from './mail-server.js';
import { isLoopbackHost } from './mail-settings.js';

/** What the operator gave at the start. */
export interface EnvironmentMail {
  /** `smtp://` or `smtps://`, with user and password where needed. */
  readonly smtpUrl: string;
  /** Sender, e.g. `Gatehouse <no-reply@example.com>`. */
  readonly mailFrom: string;
  /** Longest wait for each step in ms; by default 10 s (product: «Mail»). */
  readonly stepMs?: number;
}

/** `smtp://` demands STARTTLS, but of a server on this machine; `smtps://` is TLS from the start. */
export const environmentMailServer = ({
  smtpUrl,
  mailFrom,
  stepMs = 10_000,
}: EnvironmentMail): MailServer => {
  const url = new URL(smtpUrl);
  const host = url.hostname.replace(/^\[|\]$/g, '');
  const isTls = url.protocol === 'smtps:';
  return {
    source: 'ENVIRONMENT',
    from: mailFrom,
    host,
    port: url.port === '' ? (isTls ? 465 : 587) : Number(url.port),
    security: isTls ? 'TLS' : isLoopbackHost(host) ? 'NONE' : 'STARTTLS',
    stepMs,
    account: url.username
      ? {
          kind: 'password',
          user: decodeURIComponent(url.username),
          password: decodeURIComponent(url.password),
        }
      : null,
    publicOnly: false,
    since: null,
  };
};
