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
import type { NewUser, UserRepository } from './user-repository.js';
import { nameOf } from './user.js';

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

interface FirstPerson {
  readonly email: string;
  readonly emailKey: string;
  readonly firstName?: string | null;
  readonly lastName?: string | null;
  readonly passwordHash: string;
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

  const insertFirst = async (
    tx: Tx,
    person: FirstPerson,
    ip: string | null,
  ): Promise<NewUser | null> => {
    const user: NewUser = {
      id: newId(),
      authority: 'SYS_ADMIN',
      customerId: null,
      email: person.email,
      emailKey: person.emailKey,
      firstName: person.firstName ?? null,
      lastName: person.lastName ?? null,
      locale: null,
      state: 'ACTIVE',
      passwordHash: person.passwordHash,
      createdAt: deps.clock.now(),
    };
    if (!(await deps.users.insert(tx, user))) return null;
    await deps.recordAudit(
      tx,
      { kind: 'USER', id: user.id, name: nameOf(user), ip },
      {
        action: 'user.first-administrator-created',
        entityType: 'USER',
        entityId: user.id,
        entityName: nameOf(user),
      },
    );
    return user;
  };

  return {
    ensureSystemTenant,

    /** For the demo: makes a system administrator who needs no link, unless there is one. */
    ensureOne: async (person: {
      readonly email: string;
      readonly firstName: string;
      readonly lastName: string;
      readonly password: string;
    }): Promise<void> => {
      const tenantId = await ensureSystemTenant();
      if (await deps.transact(tenantId, deps.users.existsAny)) return;
      const address = parseEmailAddress(person.email);
      if (!address.ok) throw new Error(`${person.email} is no e-mail address.`);
      const passwordHash = await deps.hasher.hash(person.password);
      const emailKey = address.value.key;
      await deps.transact(tenantId, (tx) =>
        insertFirst(tx, { ...person, emailKey, passwordHash }, null),
      );
    },

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
      if (tenantId === null || parts?.tenantId !== tenantId || site.kind !== 'console') {
        return linkNotGood();
      }
      const secretHash = hashSecret(parts.secret);
      const isGood = await deps.transact(tenantId, (tx) =>
        deps.setupLinks.isGood(tx, secretHash, deps.clock.now()),
      );
      if (!isGood) return linkNotGood();

      const address = parseEmailAddress(input.email);
      const names = parsePersonName(input);
      const owner = { email: input.email, names: [input.firstName, input.lastName] };
      const faults = [
        ...(address.ok
          ? []
          : [inputFault('email', address.failure, emailAddressMessages[address.failure])]),
        ...names.faults,
        ...passwordFaults('password', input.password, owner),
      ];
      if (!address.ok || faults.length > 0) return failWith(...faults);
      const passwordHash = await deps.hasher.hash(input.password);
      const { asTyped, key } = address.value;

      return deps.transact(tenantId, async (tx) => {
        if (!(await deps.setupLinks.use(tx, secretHash, deps.clock.now()))) return linkNotGood();
        const user = await insertFirst(
          tx,
          { ...names.given, email: asTyped, emailKey: key, passwordHash },
          http.ip,
        );
        if (!user) return linkNotGood();
        return ok(await deps.startSession(tx, user, http));
      });
    },
  };
};

export type FirstAdministrator = ReturnType<typeof createFirstAdministrator>;
