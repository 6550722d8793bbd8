import { requireOnTenant, type Viewer } from '../access/index.js';
import type { RecordAudit } from '../audit/index.js';
import type { BaseAddress } from '../domains/index.js';
import type { Clock } from '../platform/clock.js';
import { notFound } from '../platform/failures.js';
import { isId, newId } from '../platform/ids.js';
import { failWith, inputFault, type InputFaults } from '../platform/input-fault.js';
import type { OffsetPage } from '../platform/page.js';
import { ok, type Result } from '../platform/result.js';
import { hashSecret, newSecret } from '../platform/secrets.js';
import type { Transact, Tx } from '../platform/transaction.js';
import type { FindSelfRegistration } from './find-self-registration.js';
import type { InviteCodeRepository } from './invite-code-repository.js';
import {
  mostCodes,
  parseInviteCode,
  type InviteCode,
  type InviteCodeDraft,
  type InviteCodeErrorCode,
} from './invite-code.js';
import type { SelfRegistrationRepository } from './self-registration-repository.js';

interface Deps {
  readonly transact: Transact;
  readonly clock: Clock;
  readonly inviteCodes: InviteCodeRepository;
  readonly pages: Pick<SelfRegistrationRepository, 'find'>;
  readonly find: FindSelfRegistration;
  readonly baseAddressOf: BaseAddress;
  readonly recordAudit: RecordAudit;
}

/** A code that was just made; nobody sees it again. */
export interface MadeInviteCode {
  readonly inviteCode: InviteCode;
  readonly code: string;
  /** The sign-up page with the code behind `#`, where no server and no log sees it. */
  readonly url: string;
}

type Made = Result<MadeInviteCode, InputFaults<InviteCodeErrorCode>>;

/** What administrators do with the invite codes of their pages. */
export const createManageInviteCodes = (deps: Deps) => {
  const { transact, clock, inviteCodes } = deps;

  const audit = (tx: Tx, viewer: Viewer, verb: string, code: InviteCode, after?: object) =>
    deps.recordAudit(tx, viewer.actor, {
      action: `invite-code.${verb}`,
      entityType: 'INVITE_CODE',
      entityId: code.id,
      entityName: code.label,
      ...(after && { after: { ...after } }),
    });

  const findOrThrow = async (tx: Tx, id: string): Promise<InviteCode> => {
    const code = await inviteCodes.find(tx, id);
    if (!code) throw notFound('invite code');
    return code;
  };

  return {
    /** @throws NOT_FOUND for a page of somebody else */
    list: (
      viewer: Viewer,
      selfRegistrationId: string,
      page: { offset: number; limit: number },
    ): Promise<OffsetPage<InviteCode>> => {
      requireOnTenant(viewer, 'INVITE_CODE', 'READ');
      return transact(viewer.principal.tenantId, async (tx) => {
        await deps.find(tx, selfRegistrationId);
        return inviteCodes.list(tx, selfRegistrationId, page);
      });
    },

    create: async (
      viewer: Viewer,
      input: InviteCodeDraft & { readonly selfRegistrationId: string },
    ): Promise<Made> => {
      requireOnTenant(viewer, 'INVITE_CODE', 'CREATE');
      const now = clock.now();
      const draft = parseInviteCode(input, now);
      if (!draft.ok) return draft;
      const { selfRegistrationId: pageId } = input;
      return transact(viewer.principal.tenantId, async (tx): Promise<Made> => {
        const page = isId(pageId) ? await deps.pages.find(tx, pageId) : null;
        if (!page) {
          const message = 'Choose one of your sign-up pages.';
          return failWith(inputFault('selfRegistrationId', 'NOT_FOUND', message));
        }
        const code = newSecret();
        const inviteCode: InviteCode = {
          ...draft.value,
          ...{ id: newId(), selfRegistrationId: pageId, used: 0, reserved: 0, revokedAt: null },
          ...{ createdAt: now, createdBy: viewer.actor.name },
        };
        if (!(await inviteCodes.insert(tx, inviteCode, hashSecret(code), mostCodes))) {
          const message = `A page has at most ${mostCodes} codes: delete one that is not needed.`;
          return failWith(inputFault('label', 'TOO_MANY', message));
        }
        const { quota, expiresAt } = inviteCode;
        await audit(tx, viewer, 'created', inviteCode, { host: page.host, quota, expiresAt });
        const url = `${deps.baseAddressOf(page.host)}/signup#code=${code}`;
        return ok({ inviteCode, code, url });
      });
    },

    /** Nobody signs up with it any more; who did already may finish. */
    revoke: (viewer: Viewer, id: string): Promise<InviteCode> => {
      requireOnTenant(viewer, 'INVITE_CODE', 'WRITE');
      return transact(viewer.principal.tenantId, async (tx) => {
        const code = await findOrThrow(tx, id);
        await inviteCodes.revoke(tx, id, clock.now());
        if (!code.revokedAt) await audit(tx, viewer, 'revoked', code);
        return findOrThrow(tx, id);
      });
    },

    delete: (viewer: Viewer, id: string): Promise<string> => {
      requireOnTenant(viewer, 'INVITE_CODE', 'DELETE');
      return transact(viewer.principal.tenantId, async (tx) => {
        const code = await findOrThrow(tx, id);
        await inviteCodes.delete(tx, id);
        await audit(tx, viewer, 'deleted', code);
        return id;
      });
    },
  };
};

export type ManageInviteCodes = ReturnType<typeof createManageInviteCodes>;
