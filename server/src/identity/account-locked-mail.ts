import type { LimitName } from '../config/limits.js';
import type { BaseAddress, Site } from '../domains/index.js';
import type { MailBudget, MailComposer, QueueMail } from '../mail/index.js';
import { minuteMs } from '../platform/clock.js';
import { parseEmailAddress, type EmailAddress } from '../platform/email/email-address.js';
import type { HttpExchange } from '../platform/graphql/request-context.js';
import type { RateLimits } from '../platform/limits/rate-limits.js';
import type { Transact } from '../platform/transaction.js';
import type { TenantDirectory } from './tenant-repository.js';
import type { FindAdministrator, UserRepository } from './user-repository.js';

interface Deps {
  readonly transact: Transact;
  readonly directory: TenantDirectory;
  readonly limits: RateLimits<LimitName>;
  readonly mailBudget: MailBudget;
  readonly queueMail: QueueMail;
}

/**
 * Queues one mail for whatever address was tried until its account locked; whether it has one is
 * found out when it is sent, so that whoever tries learns nothing.
 */
export type TellOfLock = (
  site: Site,
  http: HttpExchange,
  address: EmailAddress,
  /** Of the lock. */
  accountKey: string,
) => Promise<void>;

export const createTellOfLock =
  ({ transact, directory, limits, mailBudget, queueMail }: Deps): TellOfLock =>
  async (site, { network }, { asTyped, limitKey }, accountKey) => {
    const tenantId = site.kind === 'tenant' ? site.tenantId : await directory.systemTenantId();
    if (tenantId === null || site.kind === 'unknown') return;
    if ((await limits.take([['lockMailPerAccount', accountKey]])) > 0) return;
    if ((await mailBudget.askFor({ tenantId, limitKey, network })) > 0) return;
    await transact(tenantId, (tx) =>
      queueMail(tx, {
        template: 'account-locked',
        to: asTyped,
        locale: null,
        variables: { host: site.host },
      }),
    );
  };

interface ComposerDeps {
  readonly transact: Transact;
  readonly users: UserRepository;
  readonly findAdministrator: FindAdministrator;
  readonly directory: TenantDirectory;
  readonly baseAddressOf: BaseAddress;
  /** How long a lock lasts, in seconds. */
  readonly lockSeconds: number;
}

/** Tells the owner of an account, in their language, that it is locked for a while. */
export const createAccountLockedComposer = (
  deps: ComposerDeps,
): MailComposer<'account-locked'> => ({
  async prepare(tx, message) {
    const address = parseEmailAddress(message.recipient);
    if (!address.ok) return { skip: 'The address is not valid.' };
    const emailKey = address.value.key;
    const onConsole = tx.tenantId === (await deps.directory.systemTenantId());
    const administrator = onConsole ? await deps.findAdministrator(emailKey) : null;
    const found = administrator
      ? await deps.transact(administrator.tenantId, (own) =>
          deps.users.findCredentials(own, { id: administrator.userId }),
        )
      : await deps.users.findCredentials(tx, { emailKey });
    if (found?.user.state !== 'ACTIVE' || !found.tenantActive) {
      return { skip: 'Nobody who can sign in has this address.' };
    }
    const host = message.variables['host'] ?? '';
    const forgotPasswordUrl = `${deps.baseAddressOf(host)}/forgot-password`;
    const minutes = Math.ceil((deps.lockSeconds * 1000) / minuteMs);
    return {
      locale: found.user.locale,
      send: { variables: { host, minutes, forgotPasswordUrl }, secrets: {} },
    };
  },
});
