import type { SMTPTransportOptions } from 'nodemailer';
import type { MailServer } from '../mail-server.js';

/**
 * @param address where to connect when the name was resolved already; the certificate is still
 * that of the name
 */
export const toSmtpOptions = (
  { host, port, security, stepMs, account }: MailServer,
  address: string | null,
): SMTPTransportOptions => ({
  host: address ?? host,
  port,
  secure: security === 'TLS',
  requireTLS: security === 'STARTTLS',
  ignoreTLS: security === 'NONE',
  ...(address !== null && address !== host && { tls: { servername: host } }),
  ...(account?.kind === 'password' && { auth: { user: account.user, pass: account.password } }),
  ...(account?.kind === 'oauth2' && { auth: { type: 'OAuth2', user: account.user } }),
  dnsTimeout: stepMs,
  connectionTimeout: stepMs,
  greetingTimeout: stepMs,
  socketTimeout: stepMs,
});
