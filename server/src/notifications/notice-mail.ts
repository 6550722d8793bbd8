import type { BaseAddress } from '../domains/index.js';
import type { MailComposer } from '../mail/index.js';
import type { Tx } from '../platform/transaction.js';
import { toNotice, type Notice } from './notice.js';
import type { NotificationRepository } from './notification-repository.js';

interface Deps {
  readonly notifications: Pick<NotificationRepository, 'find'>;
  readonly baseAddressOf: BaseAddress;
  /** The console's address. */
  readonly publicUrl: string;
}

type Message = Parameters<MailComposer<'new-registration'>['prepare']>[1];

const skip = { skip: 'What it tells of was deleted.' };

/** Puts notices into mails. Who can't open the console is led to the inbox on the own site. */
export const createNoticeComposers = ({ notifications, baseAddressOf, publicUrl }: Deps) => {
  const load = async (tx: Tx, { variables }: Message): Promise<Notice | null> => {
    const id = variables['notificationId'];
    const notification = id ? await notifications.find(tx, id) : null;
    if (!notification) return null;
    const notice = toNotice(publicUrl, notification);
    if (variables['link'] === 'console' || notice.host === '') return notice;
    return { ...notice, url: `${baseAddressOf(notice.host)}/notifications/inbox` };
  };
  const aboutPerson: MailComposer<'new-registration'> = {
    async prepare(tx, message) {
      const notice = await load(tx, message);
      if (!notice) return skip;
      const { host, personName: name, personEmail, at, url } = notice;
      return {
        send: { variables: { host, name, email: personEmail ?? '', at, url }, secrets: {} },
      };
    },
  };
  const grantsSkipped: MailComposer<'grants-skipped'> = {
    async prepare(tx, message) {
      const notice = await load(tx, message);
      if (!notice) return skip;
      const { host, personName: name, personEmail, skippedGrants, url } = notice;
      const grants = skippedGrants.join(', ');
      return {
        send: { variables: { host, name, email: personEmail ?? '', grants, url }, secrets: {} },
      };
    },
  };
  const summary: MailComposer<'registrations-summary'> = {
    async prepare(tx, message) {
      const notice = await load(tx, message);
      if (!notice) return skip;
      const { host, registeredCount, activatedCount, waitingCount, skippedCount, url } = notice;
      const counts = { registeredCount, activatedCount, waitingCount, skippedCount };
      const variables = { host, ...counts, url };
      return { send: { variables, secrets: {} } };
    },
  };
  const test: MailComposer<'test-notice'> = {
    prepare: () =>
      Promise.resolve({
        send: { variables: { url: `${publicUrl}/notifications/recipients` }, secrets: {} },
      }),
  };
  return { aboutPerson, grantsSkipped, summary, test };
};
