import type { BaseAddress } from '../domains/index.js';
import type { MailComposer } from '../mail/index.js';
import { addMs, type Clock } from '../platform/clock.js';
import { hashSecret, newSecret, withTenant } from '../platform/secrets.js';
import type { Tx } from '../platform/transaction.js';
import {
  emailChangeHours,
  emailChangeLifetimeMs,
  type EmailChange,
  type EmailChangeRepository,
} from './email-change.js';
import type { FindAdministrator, UserRepository } from './user-repository.js';

interface Deps {
  readonly users: UserRepository;
  readonly findAdministrator: FindAdministrator;
  readonly emailChanges: EmailChangeRepository;
  readonly baseAddressOf: BaseAddress;
  readonly clock: Clock;
}

/** To the new address: the link that proves it, or, where somebody has it, that nothing happened. */
export const createConfirmAddressComposer = (deps: Deps): MailComposer<'confirm-address'> => {
  const isTaken = async (tx: Tx, { emailKey, userId }: EmailChange): Promise<boolean> => {
    const holder = await deps.users.findByEmailKey(tx, emailKey);
    if (holder) return holder.id !== userId;
    const owner = await deps.users.find(tx, userId);
    if (owner?.authority === 'CUSTOMER_USER') return false;
    return (await deps.findAdministrator(emailKey)) !== null;
  };

  return {
    async prepare(tx, message) {
      const change = await deps.emailChanges.find(tx, message.variables['changeId'] ?? '');
      if (!change) return { skip: 'The change was made, replaced or ended in the meantime.' };
      const host = message.variables['host'] ?? '';
      if (await isTaken(tx, change)) {
        return { send: { template: 'address-taken', variables: { host }, secrets: {} } };
      }
      const secret = newSecret();
      const expiresAt = addMs(deps.clock.now(), emailChangeLifetimeMs);
      await deps.emailChanges.offer(tx, change.id, hashSecret(secret), expiresAt);
      const url = `${deps.baseAddressOf(host)}/confirm-address#${withTenant(tx.tenantId, secret)}`;
      return { send: { variables: { host, hours: emailChangeHours }, secrets: { url } } };
    },
  };
};

/** To the old address, once the account has left it. */
export const addressChangedComposer: MailComposer<'address-changed'> = {
  prepare: (_tx, message) =>
    Promise.resolve({
      send: { variables: { host: message.variables['host'] ?? '' }, secrets: {} },
    }),
};
