import type { BaseAddress } from '../domains/index.js';
import type { MailComposer, MailContent } from '../mail/index.js';
import type { Notify } from '../notifications/index.js';
import { addMs, hourMs, minuteMs, type Clock } from '../platform/clock.js';
import { parseEmailAddress } from '../platform/email/email-address.js';
import { newId } from '../platform/ids.js';
import { hashCode, hashSecret, newCode, newSecret, withTenant } from '../platform/secrets.js';
import type { Tx } from '../platform/transaction.js';
import type { ActivationProofRepository } from './activation-proof-repository.js';
import type { PageOf } from './page-of.js';
import { codeLifetimeMs, type Registration } from './registration.js';
import type { RegistrationRepository } from './registration-repository.js';
import { linkLifetime } from './self-registration.js';

interface Deps {
  readonly clock: Clock;
  readonly registrations: RegistrationRepository;
  readonly proofs: ActivationProofRepository;
  readonly pageOf: PageOf;
  readonly baseAddressOf: BaseAddress;
  readonly siteName: (host: string) => Promise<string>;
  /** Whether somebody of the tenant has the address. */
  readonly isAddressInUse: (tx: Tx, emailKey: string) => Promise<boolean>;
  /** Key for the hashes of six-digit codes; not in the database. */
  readonly codeKey: Buffer;
  readonly notify: Notify;
  /** What somebody is told who asks for another link and has to wait for approval. */
  readonly stillWaiting: (registration: Registration) => Promise<{ send: MailContent }>;
}

/**
 * Decides when the mail is sent what it says: link and code, or that there is an account already.
 * Only here does anything look whether the address has one.
 */
export const createActivationComposer = (deps: Deps): MailComposer<'activation'> => {
  /** A fresh pair of link and code; earlier ones stay good until their own end. */
  const makeProof = async (tx: Tx, registration: Registration, hours: number) => {
    const now = deps.clock.now();
    const [secret, code] = [newSecret(), newCode()];
    const linkExpiresAt = addMs(now, hours * hourMs);
    await deps.proofs.insert(tx, {
      id: newId(),
      registrationId: registration.id,
      linkHash: hashSecret(secret),
      codeHash: hashCode(deps.codeKey, code, registration.id),
      linkExpiresAt,
      codeExpiresAt: addMs(now, codeLifetimeMs),
      createdAt: now,
    });
    await deps.registrations.extend(tx, registration.id, linkExpiresAt);
    const base = deps.baseAddressOf(registration.host);
    return {
      code,
      url: `${base}/signup/activate?lang=${registration.locale}#${withTenant(tx.tenantId, secret)}`,
    };
  };

  const alreadyRegistered = async (host: string) => ({
    send: {
      template: 'already-registered' as const,
      variables: {
        tenantName: await deps.siteName(host),
        host,
        signInUrl: `${deps.baseAddressOf(host)}/sign-in`,
        forgotPasswordUrl: `${deps.baseAddressOf(host)}/forgot-password`,
      },
      secrets: {},
    },
  });

  return {
    async prepare(tx, message) {
      const address = parseEmailAddress(message.recipient);
      const inUse = address.ok && (await deps.isAddressInUse(tx, address.value.key));
      const registration =
        message.registrationId && (await deps.registrations.find(tx, message.registrationId));
      if (!registration) {
        const host = message.variables['host'];
        if (inUse && host) return alreadyRegistered(host);
        const waiting =
          address.ok && (await deps.registrations.findWaitingByEmail(tx, address.value.key));
        if (waiting) return deps.stillWaiting(waiting);
        return { skip: 'No registration waits for this address.' };
      }
      const toldBefore = registration.reason === 'ADDRESS_IN_USE';
      if (registration.state !== 'PENDING' && !toldBefore) {
        return { skip: 'The registration has ended.' };
      }
      if (inUse) {
        await deps.registrations.reject(tx, registration.id, 'ADDRESS_IN_USE');
        return alreadyRegistered(registration.host);
      }
      if (toldBefore) return { skip: 'The registration has ended.' };
      const page = await deps.pageOf(tx, registration);
      // Only now is it known that there is something to tell; nobody hears of a taken address.
      if (page) await deps.notify(tx, { event: 'USER_REGISTERED', page, registration });
      const hours =
        (page ?? registration.savedGrants)?.activationLinkLifetime ?? linkLifetime.default;
      return {
        send: {
          variables: {
            tenantName: await deps.siteName(registration.host),
            host: registration.host,
            name: registration.firstName,
            hours,
            minutes: codeLifetimeMs / minuteMs,
          },
          secrets: await makeProof(tx, registration, hours),
        },
      };
    },
  };
};
