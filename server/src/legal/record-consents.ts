import { newId } from '../platform/ids.js';
import type { Tx } from '../platform/transaction.js';
import type { ConsentGiver, GivenConsent } from './consent.js';
import type { ConsentRepository } from './consent-repository.js';
import { labelOf } from './legal-words.js';
import type { LegalRepository } from './legal-repository.js';

interface Deps {
  readonly repository: LegalRepository;
  readonly consents: ConsentRepository;
}

/** Writes down what a person accepted; a version that is gone since leaves nothing to prove. */
export const createRecordConsents =
  ({ repository, consents }: Deps) =>
  async (tx: Tx, giver: ConsentGiver, given: readonly GivenConsent[]): Promise<void> => {
    const versions = await repository.findVersions(
      tx,
      given.map(({ versionId }) => versionId),
    );
    const documents = await repository.findMany(
      tx,
      versions.map(({ documentId }) => documentId),
    );
    const rows = given.flatMap(({ versionId, locale }) => {
      const version = versions.find(({ id }) => id === versionId);
      const document = documents.find(({ id }) => id === version?.documentId);
      const text = version?.texts.find((one) => one.locale === locale);
      if (!version || !document || !text) return [];
      return {
        ...giver,
        id: newId(),
        documentId: document.id,
        versionId,
        locale: text.locale,
        sha256: text.sha256,
        label: labelOf(document.kind, text.locale),
      };
    });
    if (rows.length > 0) await consents.insert(tx, rows);
  };

export type RecordConsents = ReturnType<typeof createRecordConsents>;
