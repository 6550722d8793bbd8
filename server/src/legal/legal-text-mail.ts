import type { BaseAddress, DomainRepository } from '../domains/index.js';
import type { MailComposer } from '../mail/index.js';
import type { Clock } from '../platform/clock.js';
import type { Tx } from '../platform/transaction.js';
import type { ConsentRepository } from './consent-repository.js';
import type { LegalRepository } from './legal-repository.js';
import { slugOf, titleOf } from './legal-words.js';

/** The host of a sign-up page that shows a document. */
export type HostShowing = (tx: Tx, documentId: string) => Promise<string | null>;

interface Deps {
  readonly clock: Clock;
  readonly repository: Pick<LegalRepository, 'findMany'>;
  readonly consents: Pick<ConsentRepository, 'findOpen'>;
  readonly domains: Pick<DomainRepository, 'list'>;
  readonly hostShowing: HostShowing;
  readonly baseAddressOf: BaseAddress;
}

/** Tells somebody that a text waits for them, until when, and where it stands for good. */
export const createLegalTextComposer = (deps: Deps): MailComposer<'legal-text-changed'> => ({
  async prepare(tx, message) {
    const { userId } = message;
    const documentId = message.variables['documentId'] ?? '';
    const open = userId ? await deps.consents.findOpen(tx, userId) : [];
    const asked = open.find((one) => one.documentId === documentId);
    const [document] = await deps.repository.findMany(tx, [documentId]);
    if (!asked || !document) return { skip: 'The text was accepted in the meantime.' };
    const shown = await deps.hostShowing(tx, documentId);
    const host =
      shown ?? (await deps.domains.list(tx, null, { offset: 0, limit: 1 })).items[0]?.host;
    if (!host) return { skip: 'The tenant has no domain any more.' };
    const base = deps.baseAddressOf(host);
    const isLater = asked.requiredFrom > deps.clock.now();
    return {
      send: {
        variables: {
          host,
          title: titleOf(document.kind, message.locale),
          requiredFrom: isLater ? asked.requiredFrom : null,
          // Where no page shows the text, signing in does.
          url: shown ? `${base}/legal/${slugOf[document.kind]}?lang=${message.locale}` : base,
        },
        secrets: {},
      },
    };
  },
});
