import { createTransport, type NodemailerError, type Transporter } from 'nodemailer';
import type { MailServer } from '../mail-server.js';
import type { Deliver, Delivery, OutgoingMail } from '../mail-transport.js';
import { withoutSecrets } from '../without-secrets.js';
import { toDeliveryFault } from './delivery-fault.js';
import { publicAddressOf, resolveByDns, type ResolveMailHost } from './public-address-of.js';
import { toSmtpOptions } from './smtp-options.js';

/** A server that keeps answering a little must not hold a worker: so many steps at most. */
const mostSteps = 4;

const notPublic: Delivery = {
  kind: 'postponed',
  reason: "The mail server's address is not one of the public internet.",
};

const senderHostOf = ({ from }: MailServer): string => {
  const address = typeof from === 'string' ? from : from.address;
  return /@([^\s>]+)/.exec(address)?.[1] ?? 'localhost';
};

/** Nodemailer asks anew, with `renew`, when the server refused the last token. */
const provideTokens = (
  transport: Transporter,
  { account }: MailServer,
  handedOut: string[],
): void => {
  if (account?.kind !== 'oauth2') return;
  transport.set('oauth2_provision_cb', (_user, renew, callback) => {
    account.accessToken(renew).then(
      (token) => {
        handedOut.push(token);
        callback(null, token);
      },
      (error: unknown) => callback(error as Error),
    );
  });
};

const send = async (
  server: MailServer,
  address: string | null,
  { id, to, subject, text, html }: OutgoingMail,
): Promise<Delivery> => {
  const transport = createTransport({
    ...toSmtpOptions(server, address),
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  const secrets = server.account?.kind === 'password' ? [server.account.password] : [];
  provideTokens(transport, server, secrets);
  const clean = (answer: string): string => {
    const encoded = secrets.map((secret) => Buffer.from(secret).toString('base64'));
    return withoutSecrets(answer, [...secrets, ...encoded]);
  };
  try {
    const { response } = await transport.sendMail({
      from: server.from,
      to: { name: '', address: to },
      messageId: `<${id}@${senderHostOf(server)}>`,
      subject,
      text,
      html,
      // Nobody's holiday notice shall answer, and no answer of ours start a loop.
      headers: { 'Auto-Submitted': 'auto-generated', 'X-Auto-Response-Suppress': 'All' },
      signal: AbortSignal.timeout(mostSteps * server.stepMs),
    });
    return { kind: 'accepted', answer: clean(response) };
  } catch (error) {
    const fault = toDeliveryFault(error as NodemailerError);
    return { ...fault, reason: clean(fault.reason) };
  }
};

/** One connection for each mail: nothing that was left open can fail the next one. */
export const createDeliverBySmtp =
  (resolve: ResolveMailHost = resolveByDns): Deliver =>
  async (server, mail) => {
    if (!server.publicOnly) return send(server, null, mail);
    try {
      const address = await publicAddressOf(server.host, resolve);
      return address === null ? notPublic : await send(server, address, mail);
    } catch (error) {
      return toDeliveryFault(error as NodemailerError);
    }
  };
