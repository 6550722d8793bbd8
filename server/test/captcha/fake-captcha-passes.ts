import type { CaptchaPass, CaptchaPasses, PassHolder } from '../../src/captcha/captcha-passes.js';
import { isFailed, type Transact, type Tx } from '../../src/platform/transaction.js';

interface Row extends CaptchaPass {
  readonly tenantId: string;
  consumed: boolean;
}

/** Passes in memory, for tests of what stands on them; held to the same contract as the table. */
export const createFakeCaptchaPasses = (): CaptchaPasses & { readonly transact: Transact } => {
  let rows: Row[] = [];
  const openRow = (tx: Tx, holder: PassHolder, now: Date) =>
    rows.find(
      (row) =>
        row.tenantId === tx.tenantId &&
        row.selfRegistrationId === holder.selfRegistrationId &&
        row.cookieHash.equals(holder.cookieHash) &&
        !row.consumed &&
        row.expiresAt > now,
    );

  return {
    hasOpen: async (tx, holder, now) => openRow(tx, holder, now) !== undefined,

    async record(tx, pass) {
      const { tenantId } = tx;
      const known = rows.some((r) => r.tenantId === tenantId && r.tokenHash.equals(pass.tokenHash));
      if (!known) rows.push({ ...pass, tenantId, consumed: false });
      return !known;
    },

    async consume(tx, holder, now) {
      const row = openRow(tx, holder, now);
      if (row) row.consumed = true;
      return row !== undefined;
    },

    async deleteExpiredBefore(tx, end) {
      const before = rows.length;
      rows = rows.filter((row) => row.tenantId !== tx.tenantId || row.expiresAt >= end);
      return before - rows.length;
    },

    /** Rolls back what a failed piece of work wrote; pieces at once are not kept apart. */
    async transact(tenantId, work) {
      const before = rows.map((row) => ({ ...row }));
      const outcome = await work({ tenantId } as Tx).catch((error: unknown) => {
        rows = before;
        throw error;
      });
      if (isFailed(outcome)) rows = before;
      return outcome;
    },
  };
};
