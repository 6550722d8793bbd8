import type { BaseAddress } from '../domains/index.js';
import type { MailComposer } from '../mail/index.js';
import { dayMs } from '../platform/clock.js';
import { parseEmailAddress } from '../platform/email/email-address.js';
import type { Tx } from '../platform/transaction.js';
import type { LinkHostOf } from './link-host.js';
import type { MakePasswordLink } from './make-password-link.js';
import { linkLifetimes } from './password-link.js';
import type { SiteName } from './site-name.js';
import type { TenantRepository } from './tenant-repository.js';
import type { FindAdministrator, UserRepository } from './user-repository.js';
import type { User } from './user.js';

interface Deps {
  readonly users: UserRepository;
  readonly tenants: Pick<TenantRepository, 'nameOf'>;
  readonly findAdministrator: FindAdministrator;
  readonly linkHostOf: LinkHostOf;
  readonly makePasswordLink: MakePasswordLink;
  readonly baseAddressOf: BaseAddress;
  readonly siteName: SiteName;
}

/** Where a person accepts; the secret stays in the browser. */
export const invitationUrl = (baseAddress: string, secret: string): string =>
  `${baseAddress}/invitation#${secret}`;

/** Makes the link when the mail is sent, so that neither queue nor log ever holds it. */
export const createInvitationMailComposer = (deps: Deps): MailComposer<'invitation'> => {
  /** Whether the invited could never accept, because the address belongs to somebody already. */
  const isAddressTaken = async (tx: Tx, user: User): Promise<boolean> => {
    const address = parseEmailAddress(user.email);
    if (!address.ok) return false;
    const { key } = address.value;
    if (await deps.users.findByEmailKey(tx, key)) return true;
    return user.authority !== 'CUSTOMER_USER' && (await deps.findAdministrator(key)) !== null;
  };

  return {
    async prepare(tx, message) {
      const user = message.userId && (await deps.users.find(tx, message.userId));
      if (!user || user.state !== 'INVITED') {
        return { skip: 'The invitation was accepted or withdrawn in the meantime.' };
      }
      const host = await deps.linkHostOf(tx, user, message.variables['host']);
      if (host === null) return { skip: 'The tenant has no domain any more.' };
      const ofSystem = user.authority === 'SYS_ADMIN';
      const tenantName = ofSystem ? await deps.siteName(host) : await deps.tenants.nameOf(tx);
      const inviterName = message.variables['inviterName'] ?? null;
      const variables = { tenantName: tenantName ?? host, host, inviterName };
      if (await isAddressTaken(tx, user)) {
        return { send: { template: 'invitation-unavailable', variables, secrets: {} } };
      }
      const { secret } = await deps.makePasswordLink(tx, user.id, 'INVITATION');
      return {
        send: {
          variables: { ...variables, days: linkLifetimes.INVITATION / dayMs },
          secrets: { url: invitationUrl(deps.baseAddressOf(host), secret) },
        },
      };
    },
  };
};
