import type { LimitName } from '../config/limits.js';
import type { BaseAddress, Site } from '../domains/index.js';
import type { MailBudget, MailComposer, QueueMail } from '../mail/index.js';
import { minuteMs } from '../platform/clock.js';
import { emailAddressMessages, parseEmailAddress } from '../platform/email/email-address.js';
import { notFound, rateLimited } from '../platform/failures.js';
import type { HttpExchange } from '../platform/graphql/request-context.js';
import { failWith, inputFault, type InputFaults } from '../platform/input-fault.js';
import type { RateLimits } from '../platform/limits/rate-limits.js';
import { supportedLocale } from '../platform/locale/locale.js';
import { ok, type Result } from '../platform/result.js';
import type { Transact, Tx } from '../platform/transaction.js';
import type { MadePasswordLink, MakePasswordLink } from './make-password-link.js';
import { linkLifetimes } from './password-link.js';
import type { TenantDirectory } from './tenant-repository.js';
import type { FindAdministrator, UserRepository } from './user-repository.js';

export type EmailOnlyErrorCode = 'REQUIRED' | 'INVALID_EMAIL';

interface RequestDeps {
  readonly transact: Transact;
  readonly directory: TenantDirectory;
  readonly limits: RateLimits<LimitName>;
  readonly mailBudget: MailBudget;
  readonly queueMail: QueueMail;
}

/** Parses the one field of «send me a link» forms. */
export const parseEmailOnly = (typed: string) => {
  const address = parseEmailAddress(typed);
  if (address.ok) return address;
  const code = address.failure === 'REQUIRED' ? 'REQUIRED' : 'INVALID_EMAIL';
  return failWith(
    inputFault<EmailOnlyErrorCode>('email', code, emailAddressMessages[address.failure]),
  );
};

/** Queues one mail for every address; whether a user exists is found out when it is sent. */
export const createRequestPasswordReset =
  (deps: RequestDeps) =>
  async (
    site: Site,
    http: HttpExchange,
    input: { readonly email: string; readonly locale?: string | null },
  ): Promise<Result<true, InputFaults<EmailOnlyErrorCode>>> => {
    const tenantId = site.kind === 'tenant' ? site.tenantId : await deps.directory.systemTenantId();
    if (site.kind === 'unknown' || tenantId === null) throw notFound('page');
    const address = parseEmailOnly(input.email);
    if (!address.ok) return address;
    const wait = await deps.limits.take([['resetPerNetwork', http.network]]);
    if (wait > 0) throw rateLimited(wait);
    await deps.mailBudget.take({
      tenantId,
      limitKey: address.value.limitKey,
      network: http.network,
    });
    await deps.transact(tenantId, (tx) =>
      deps.queueMail(tx, {
        template: 'reset-password',
        to: address.value.asTyped,
        locale: supportedLocale(input.locale),
        variables: { host: site.host },
      }),
    );
    return ok(true);
  };

export type RequestPasswordReset = ReturnType<typeof createRequestPasswordReset>;

interface ComposerDeps {
  readonly transact: Transact;
  readonly users: UserRepository;
  readonly makePasswordLink: MakePasswordLink;
  readonly findAdministrator: FindAdministrator;
  readonly directory: TenantDirectory;
  readonly baseAddressOf: BaseAddress;
}

/** Makes the link when the mail is sent, so that neither queue nor log ever holds it. */
export const createResetMailComposer = (deps: ComposerDeps): MailComposer<'reset-password'> => {
  const linkFor = async (
    tx: Tx,
    by: Parameters<UserRepository['findCredentials']>[1],
  ): Promise<MadePasswordLink | null> => {
    const found = await deps.users.findCredentials(tx, by);
    if (found?.user.state !== 'ACTIVE' || !found.tenantActive) return null;
    return deps.makePasswordLink(tx, found.user.id, 'RESET');
  };

  return {
    async prepare(tx, message) {
      const address = parseEmailAddress(message.recipient);
      if (!address.ok) return { skip: 'The address is not valid.' };
      const { key } = address.value;
      const onConsole = tx.tenantId === (await deps.directory.systemTenantId());
      const administrator = onConsole ? await deps.findAdministrator(key) : null;
      const made = onConsole
        ? administrator &&
          (await deps.transact(administrator.tenantId, (own) =>
            linkFor(own, { id: administrator.userId }),
          ))
        : await linkFor(tx, { emailKey: key });
      if (!made) return { skip: 'Nobody who can sign in has this address.' };
      const host = message.variables['host'] ?? '';
      return {
        send: {
          variables: { host, minutes: linkLifetimes.RESET / minuteMs },
          secrets: { url: `${deps.baseAddressOf(host)}/reset-password#${made.secret}` },
        },
      };
    },
  };
};
