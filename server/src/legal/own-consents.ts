import type { RecordAudit } from '../audit/index.js';
import type { IdentityContext } from '../identity/index.js';
import type { Clock } from '../platform/clock.js';
import { notFound, ownerOnly } from '../platform/failures.js';
import type { HttpExchange } from '../platform/graphql/request-context.js';
import { isId } from '../platform/ids.js';
import type { InputFaults } from '../platform/input-fault.js';
import { fail, ok, type Result } from '../platform/result.js';
import type { Transact, Tx } from '../platform/transaction.js';
import {
  consentStateOf,
  type Consent,
  type ConsentState,
  type GivenConsent,
  type OpenConsent,
} from './consent.js';
import type { ConsentRepository } from './consent-repository.js';
import type { LegalRepository } from './legal-repository.js';
import type { RecordConsents } from './record-consents.js';
import { checkConsents, toShownDocument } from './shown-documents.js';

type SignedIn = NonNullable<IdentityContext['person']>;

interface Deps {
  readonly transact: Transact;
  readonly clock: Clock;
  readonly recordAudit: RecordAudit;
  readonly repository: LegalRepository;
  readonly consents: ConsentRepository;
  readonly recordConsents: RecordConsents;
}

/** More than a person ever accepted: the list is theirs to see in whole. */
const mostOwn = 100;

/** What a signed-in person accepted, has to accept, and takes back. */
export const createOwnConsents = (deps: Deps) => {
  const { transact, clock, recordAudit, repository, consents, recordConsents } = deps;

  const findOpen = async (tx: Tx, userId: string): Promise<OpenConsent[]> => {
    const open = await consents.findOpen(tx, userId);
    const documents = await repository.findMany(
      tx,
      open.map(({ documentId }) => documentId),
    );
    return documents.map(({ id, kind, currentVersion }) => ({
      kind,
      version: currentVersion,
      requiredFrom: open.find(({ documentId }) => documentId === id)?.requiredFrom ?? clock.now(),
    }));
  };

  /** An administrator who signed in as somebody can't answer in that person's stead. */
  const requireOneself = ({ impersonatorName }: SignedIn): void => {
    if (impersonatorName !== null) throw ownerOnly();
  };

  return {
    /** Runs at every call of a customer's user: one look-up. */
    stateOf: async (tx: Tx, userId: string): Promise<ConsentState> =>
      consentStateOf(await consents.findOpen(tx, userId), clock.now()),

    open: ({ user }: SignedIn): Promise<OpenConsent[]> =>
      user.authority === 'CUSTOMER_USER'
        ? transact(user.tenantId, (tx) => findOpen(tx, user.id))
        : Promise.resolve([]),

    list: async ({ user }: SignedIn): Promise<readonly Consent[]> => {
      const filter = { userId: user.id };
      return (await transact(user.tenantId, (tx) => consents.list(tx, filter, mostOwn, null))).rows;
    },

    accept: (
      viewer: SignedIn,
      http: HttpExchange,
      given: readonly GivenConsent[],
    ): Promise<Result<true, InputFaults<'CONSENT_OUTDATED'>>> => {
      requireOneself(viewer);
      const { user } = viewer;
      return transact(user.tenantId, async (tx) => {
        const open = await consents.findOpen(tx, user.id);
        const documents = await repository.findMany(
          tx,
          open.map(({ documentId }) => documentId),
        );
        // The person may answer one document after the other.
        const shown = documents.map(toShownDocument);
        const isOpen = ({ versionId }: GivenConsent): boolean =>
          shown.some((document) => document.versionId === versionId);
        const isPart = given.length > 0 && given.every(isOpen);
        const answered = shown.filter(({ versionId }) =>
          given.some((consent) => consent.versionId === versionId),
        );
        const accepted = checkConsents(isPart ? answered : shown, given);
        if (!accepted.ok) return fail(accepted.failure);
        const giver = {
          userId: user.id,
          email: user.email,
          acceptedAt: clock.now(),
          ip: http.ip,
          userAgent: http.userAgent,
        };
        await recordConsents(tx, giver, accepted.value);
        for (const { id, name, currentVersion } of documents) {
          if (!accepted.value.some(({ versionId }) => versionId === currentVersion.id)) continue;
          await recordAudit(tx, viewer.actor, {
            action: 'consent.given',
            entityType: 'LEGAL_DOCUMENT',
            entityId: id,
            entityName: name,
            after: { version: currentVersion.number },
          });
        }
        return ok(true as const);
      });
    },

    withdraw: (viewer: SignedIn, consentId: string): Promise<string> => {
      requireOneself(viewer);
      const { user, actor } = viewer;
      return transact(user.tenantId, async (tx) => {
        const document =
          isId(consentId) && (await consents.withdraw(tx, user.id, consentId, clock.now()));
        if (!document) throw notFound('consent');
        await recordAudit(tx, actor, {
          action: 'consent.withdrawn',
          entityType: 'CONSENT',
          entityId: consentId,
          entityName: document,
        });
        return consentId;
      });
    },
  };
};

export type OwnConsents = ReturnType<typeof createOwnConsents>;
