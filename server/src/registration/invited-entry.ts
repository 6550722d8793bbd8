import type { Clock } from '../platform/clock.js';
import { failWith, inputFault, type InputFaults } from '../platform/input-fault.js';
import { ok, type Result } from '../platform/result.js';
import { hashSecret } from '../platform/secrets.js';
import type { Transact, Tx } from '../platform/transaction.js';
import type { InviteCodeRepository } from './invite-code-repository.js';
import { stateOf } from './invite-code.js';
import type { SelfRegistration } from './self-registration.js';

export type InviteFault = 'REQUIRED' | 'INVITE_CODE_NOT_GOOD';

interface Deps {
  readonly transact: Transact;
  readonly clock: Clock;
  readonly inviteCodes: InviteCodeRepository;
}

/** The code by which somebody comes; null where the page asks for none. */
type Invited = Result<string | null, InputFaults<InviteFault>>;

/** Wrong, expired, revoked and used up are one answer (security rules, «Secrets»). */
const notGood = () =>
  failWith(
    inputFault(
      'inviteCode',
      'INVITE_CODE_NOT_GOOD',
      'This invite code is not good, or not any more: ask who gave it to you.',
    ),
  );

/** Whether somebody is invited to a page that asks for it. */
export const createInvitedEntry = ({ transact, clock, inviteCodes }: Deps) => ({
  /** Before anything is written; takes no place. */
  check: async (
    tenantId: string,
    page: SelfRegistration,
    typed: string | null | undefined,
  ): Promise<Invited> => {
    if (!page.inviteOnly) return ok(null);
    const code = (typed ?? '').trim();
    if (code === '') {
      return failWith(inputFault('inviteCode', 'REQUIRED', 'Enter the code of your invitation.'));
    }
    return transact(tenantId, async (tx): Promise<Invited> => {
      const found = await inviteCodes.findByHash(tx, page.id, hashSecret(code));
      return found && stateOf(found, clock.now()) === 'ACTIVE' ? ok(found.id) : notGood();
    });
  },

  /** Just before the registration is written: of any number at once no more get through than fit. */
  reserve: async (tx: Tx, id: string): Promise<Invited> => {
    await inviteCodes.lock(tx, id);
    const code = await inviteCodes.find(tx, id);
    return code && stateOf(code, clock.now()) === 'ACTIVE' ? ok(id) : notGood();
  },
});

export type InvitedEntry = ReturnType<typeof createInvitedEntry>;
