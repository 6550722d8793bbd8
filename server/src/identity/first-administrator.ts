import type { RecordAudit } from '../audit/index.js';
import type { LimitName } from '../config/limits.js';
import { addMs, dayMs, type Clock } from '../platform/clock.js';
import { emailAddressMessages, parseEmailAddress } from '../platform/email/email-address.js';
import { rateLimited } from '../platform/failures.js';
import type { HttpExchange } from '../platform/graphql/request-context.js';
import { newId } from '../platform/ids.js';
import { failWith, inputFault, type InputFaults } from '../platform/input-fault.js';
import type { RateLimits } from '../platform/limits/rate-limits.js';
import { ok, type Result } from '../platform/result.js';
import { hashSecret, newSecret, splitTenant, withTenant } from '../platform/secrets.js';
import type { Transact, Tx } from '../platform/transaction.js';
import type { Site } from '../domains/index.js';
import type { PasswordHasher } from './password-hasher.js';
import { passwordFaults, type PasswordErrorCode } from './password-policy.js';
import { parsePersonName } from './person-name.js';
import { linkNotGood, type SetPasswordInput } from './set-password.js';
import type { StartedSession, StartSession } from './start-session.js';
import type { TenantDirectory, TenantRepository } from './tenant-repository.js';
import type { UserRepository } from './user-repository.js';

/** The link of a first start is good for a day; the next start prints a new one. */
const setupLinkLifetime = dayMs;

export interface SetupLinkRepository {
  /** Replaces any earlier link. */
  put(tx: Tx, link: { id: string; secretHash: Buffer; expiresAt: Date }): Promise<void>;
  isGood(tx: Tx, secretHash: Buffer, now: Date): Promise<boolean>;
  /** Exactly one of parallel calls gets true. */
  use(tx: Tx, secretHash: Buffer, now: Date): Promise<boolean>;
}

interface Deps {
  readonly transact: Transact;
  readonly clock: Clock;
  readonly users: UserRepository;
  readonly tenants: TenantRepository;
  readonly directory: TenantDirectory;
  readonly setupLinks: SetupLinkRepository;
  readonly hasher: PasswordHasher;
  readonly limits: RateLimits<LimitName>;
  readonly startSession: StartSession;
  readonly recordAudit: RecordAudit;
}

const systemTenantName = 'System';

/** How an empty installation gets its first system administrator: by a link that only its operator sees. */
export const createFirstAdministrator = (deps: Deps) => {
  /** The reserved tenant of system administrators; made at the first start. */
  const ensureSystemTenant = async (): Promise<string> => {
    const found = await deps.directory.systemTenantId();
    if (found) return found;
    const id = newId();
    const made = await deps.transact(id, (tx) =>
      deps.tenants.insert(tx, {
        id,
        name: systemTenantName,
        state: 'ACTIVE',
        createdAt: deps.clock.now(),
        isSystem: true,
      }),
    );
    return made ? id : ensureSystemTenant();
  };

  return {
    ensureSystemTenant,

    /** @returns the secret of a fresh link, or null when there is an administrator already */
    offerLink: async (): Promise<string | null> => {
      const tenantId = await ensureSystemTenant();
      return deps.transact(tenantId, async (tx) => {
        if (await deps.users.existsAny(tx)) return null;
        const secret = newSecret();
        const expiresAt = addMs(deps.clock.now(), setupLinkLifetime);
        await deps.setupLinks.put(tx, { id: newId(), secretHash: hashSecret(secret), expiresAt });
        return withTenant(tenantId, secret);
      });
    },

    create: async (
      site: Site,
      http: HttpExchange,
      input: SetPasswordInput & { readonly email: string },
    ): Promise<Result<StartedSession, InputFaults<PasswordErrorCode>>> => {
      const wait = await deps.limits.take([['linkPerNetwork', http.network]]);
      if (wait > 0) throw rateLimited(wait);
      const parts = splitTenant(input.secret);
      const tenantId = await deps.directory.systemTenantId();
      if (!parts || parts.tenantId !== tenantId || site.kind !== 'console') return linkNotGood();
      const secretHash = hashSecret(parts.secret);
      const isGood = await deps.transact(tenantId, (tx) =>
        deps.setupLinks.isGood(tx, secretHash, deps.clock.now()),
      );
      if (!isGood) return linkNotGood();

      const address = parseEmailAddress(input.email);
      const names = parsePersonName(input);
      const personal = [input.email, input.firstName, input.lastName];
      const faults = [
        ...(address.ok
          ? []
          : [inputFault('email', address.failure, emailAddressMessages[address.failure])]),
        ...names.faults,
        ...passwordFaults('password', input.password, personal),
      ];
      if (!address.ok || faults.length > 0) return failWith(...faults);
      const passwordHash = await deps.hasher.hash(input.password);
      const { asTyped, key } = address.value;

      return deps.transact(tenantId, async (tx) => {
        const now = deps.clock.now();
        if (!(await deps.setupLinks.use(tx, secretHash, now))) return linkNotGood();
        const user = {
          id: newId(),
          authority: 'SYS_ADMIN' as const,
          customerId: null,
          email: asTyped,
          emailKey: key,
          firstName: names.given.firstName ?? null,
          lastName: names.given.lastName ?? null,
          locale: null,
          state: 'ACTIVE' as const,
          passwordHash,
          createdAt: now,
        };
        if (!(await deps.users.insert(tx, user))) return linkNotGood();
        await deps.recordAudit(
          tx,
          { kind: 'USER', id: user.id, name: asTyped, ip: http.ip },
          {
            action: 'user.first-administrator-created',
            entityType: 'USER',
            entityId: user.id,
            entityName: asTyped,
          },
        );
        return ok(await deps.startSession(tx, user, http));
      });
    },
  };
};

export type FirstAdministrator = ReturnType<typeof createFirstAdministrator>;
