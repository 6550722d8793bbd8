import type { SMTPTransportOptions } from 'nodemailer';

const isLoopback = (host: string): boolean =>
  host === 'localhost' || host === '[::1]' || /^127\.\d+\.\d+\.\d+$/.test(host);

/**
 * @param smtpUrl `smtp://` (STARTTLS is demanded, but for this machine itself) or `smtps://`
 * @param stepMs longest wait for each step: name, connection, greeting, every answer
 */
export const toSmtpOptions = (smtpUrl: string, stepMs: number): SMTPTransportOptions => {
  const url = new URL(smtpUrl);
  const secure = url.protocol === 'smtps:';
  const loopback = isLoopback(url.hostname);
  return {
    host: url.hostname.replace(/^\[|\]$/g, ''),
    port: url.port === '' ? (secure ? 465 : 587) : Number(url.port),
    secure,
    requireTLS: !secure && !loopback,
    ignoreTLS: loopback,
    ...(url.username && {
      auth: { user: decodeURIComponent(url.username), pass: decodeURIComponent(url.password) },
    }),
    dnsTimeout: stepMs,
    connectionTimeout: stepMs,
    greetingTimeout: stepMs,
    socketTimeout: stepMs,
  };
};
