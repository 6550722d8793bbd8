import type { MailBudget, QueueMail } from '../mail/index.js';
import { addMs, type Clock } from '../platform/clock.js';
import { parseEmailAddress } from '../platform/email/email-address.js';
import type { Enqueue } from '../platform/queue/enqueue.js';
import type { Transact, Tx } from '../platform/transaction.js';
import type { AskedUser, AskedUsers } from './asked-users.js';
import type { LegalRepository } from './legal-repository.js';

/** The task of the queue that mails the people whom a version asks. */
export const tellOfVersionTask = 'tell-of-legal-version';

/** People told in one transaction. */
const batchSize = 100;

interface Deps {
  readonly transact: Transact;
  readonly clock: Clock;
  readonly repository: Pick<LegalRepository, 'findMany' | 'findVersions'>;
  readonly askedUsers: AskedUsers;
  readonly mailBudget: MailBudget;
  readonly queueMail: QueueMail;
  readonly enqueue: Enqueue;
}

export interface TellOfVersion {
  readonly tenantId: string;
  readonly versionId: string;
  /** Where the batch before ended. */
  readonly afterId?: string | undefined;
  /** Whose mail budget was used up when their turn came. */
  readonly onlyId?: string | undefined;
}

export const queueTellOfVersion = (enqueue: Enqueue, tx: Tx, versionId: string): Promise<void> =>
  enqueue(tx, { task: tellOfVersionTask, payload: { versionId }, jobKey: `tell:${versionId}` });

/**
 * Queues the mails of one batch and the job of the next in one transaction. A batch that runs
 * again, because its worker was killed, finds those who were told already, and leaves them alone.
 */
export const createTellOfVersion = (deps: Deps) => {
  const { enqueue, clock } = deps;

  const tell = async (tx: Tx, user: AskedUser, documentId: string, versionId: string) => {
    const address = parseEmailAddress(user.email);
    if (!address.ok) return;
    const { limitKey } = address.value;
    const network = tellOfVersionTask;
    const wait = await deps.mailBudget.askFor({ tenantId: tx.tenantId, limitKey, network });
    if (wait > 0) {
      await enqueue(tx, {
        task: tellOfVersionTask,
        payload: { versionId, onlyId: user.id },
        jobKey: `tell:${versionId}:${user.id}`,
        runAt: addMs(clock.now(), wait * 1000),
      });
      return;
    }
    await deps.queueMail(tx, {
      template: 'legal-text-changed',
      to: user.email,
      locale: user.locale,
      userId: user.id,
      variables: { documentId, versionId },
    });
  };

  return ({ tenantId, versionId, afterId = '', onlyId = '' }: TellOfVersion): Promise<void> =>
    deps.transact(tenantId, async (tx) => {
      const [version] = await deps.repository.findVersions(tx, [versionId]);
      const [document] = version ? await deps.repository.findMany(tx, [version.documentId]) : [];
      if (!version || !document) return;
      // A newer version that asks has a job of its own, and the same people.
      const { currentVersion } = document;
      if (currentVersion.id !== version.id && currentVersion.requiredFrom) return;
      const from = { afterId: afterId || null, onlyId: onlyId || null };
      const asked = { ...version, kind: document.kind };
      const users = await deps.askedUsers.untold(tx, asked, from, batchSize);
      for (const user of users) await tell(tx, user, document.id, versionId);
      const last = users.at(-1);
      if (!last || onlyId || users.length < batchSize) return;
      const payload = { versionId, afterId: last.id };
      await enqueue(tx, { task: tellOfVersionTask, payload, jobKey: `tell:${versionId}` });
    });
};
