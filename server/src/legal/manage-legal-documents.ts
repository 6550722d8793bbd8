import { requireOnTenant, type Viewer } from '../access/index.js';
import type { RecordAudit } from '../audit/index.js';
import { addMs, dayMs, type Clock } from '../platform/clock.js';
import { notFound } from '../platform/failures.js';
import { isId, newId } from '../platform/ids.js';
import {
  argumentFault,
  failWith,
  inputFault,
  type InputFault,
  type InputFaults,
} from '../platform/input-fault.js';
import type { OffsetPage } from '../platform/page.js';
import { fail, ok, type Result } from '../platform/result.js';
import { parseText, textFaults } from '../platform/text.js';
import type { Enqueue } from '../platform/queue/enqueue.js';
import type { Transact, Tx } from '../platform/transaction.js';
import type { AskedUsers } from './asked-users.js';
import type { ConsentRepository } from './consent-repository.js';
import type { LegalDocument, LegalDocumentKind, LegalVersion } from './legal-document.js';
import type { LegalRepository } from './legal-repository.js';
import { areSameTexts, parseLegalTexts, type TypedLegalText } from './legal-texts.js';
import { queueTellOfVersion } from './tell-of-version.js';

export type LegalDocumentErrorCode =
  | 'REQUIRED'
  | 'TOO_LONG'
  | 'INVALID_TEXT'
  | 'UNKNOWN_LOCALE'
  | 'DUPLICATE'
  | 'NAME_TAKEN'
  | 'UNCHANGED'
  | 'VERSION_OUTDATED'
  | 'OUT_OF_RANGE';

type Faults = InputFaults<LegalDocumentErrorCode>;
type Saved = Result<LegalDocument, Faults>;

export interface NewLegalDocument {
  readonly kind: LegalDocumentKind;
  readonly name: string;
  readonly texts: readonly TypedLegalText[];
}

export interface NewLegalVersion {
  readonly texts: readonly TypedLegalText[];
  /** The version that the viewer changed; one published in between is told, not overtaken. */
  readonly basedOn: string;
  readonly askExistingUsers: boolean;
  /** Days, 0 to 90; counts only when existing users are asked. */
  readonly graceDays: number;
  /** Whether they are told by mail, too; counts only when they are asked. */
  readonly mailExistingUsers: boolean;
}

interface Deps {
  readonly transact: Transact;
  readonly clock: Clock;
  readonly recordAudit: RecordAudit;
  readonly repository: LegalRepository;
  readonly consents: ConsentRepository;
  readonly askedUsers: AskedUsers;
  readonly enqueue: Enqueue;
}

const nameRule = { max: 255, required: true } as const;
/** Days (security rules, «Consent and privacy»). */
const longestGrace = 90;

/** What administrators do with the legal texts of their tenant. */
export const createManageLegalDocuments = (deps: Deps) => {
  const { transact, clock, recordAudit, repository, consents } = deps;

  const findOrThrow = async (tx: Tx, id: string): Promise<LegalDocument> => {
    const document = isId(id) ? await repository.find(tx, id) : null;
    if (!document) throw notFound('legal document');
    return document;
  };

  const audit = (tx: Tx, viewer: Viewer, action: string, document: LegalDocument, after?: object) =>
    recordAudit(tx, viewer.actor, {
      action,
      entityType: 'LEGAL_DOCUMENT',
      entityId: document.id,
      entityName: document.name,
      ...(after && { after: { ...after } }),
    });

  const firstVersion = (viewer: Viewer, documentId: string): Omit<LegalVersion, 'texts'> => ({
    id: newId(),
    documentId,
    number: 1,
    requiredFrom: null,
    publishedAt: clock.now(),
    publishedBy: viewer.actor.name,
  });

  const publishIn = async (
    tx: Tx,
    viewer: Viewer,
    document: LegalDocument,
    input: NewLegalVersion,
  ): Promise<Saved> => {
    const before = document.currentVersion;
    const texts = parseLegalTexts(input.texts);
    const faults: InputFault<LegalDocumentErrorCode>[] = texts.ok ? [] : [...texts.failure];
    if (input.askExistingUsers && !(input.graceDays >= 0 && input.graceDays <= longestGrace)) {
      const message = `Choose 0 to ${longestGrace} days.`;
      faults.push(inputFault('graceDays', 'OUT_OF_RANGE', message));
    }
    if (input.basedOn !== before.id) {
      const message = `Version ${before.number} was published meanwhile. Load it again to see what changed.`;
      faults.push(inputFault('basedOn', 'VERSION_OUTDATED', message));
    }
    if (texts.ok && areSameTexts(texts.value, before.texts)) {
      faults.push(inputFault('texts', 'UNCHANGED', 'Change the text before you publish it.'));
    }
    if (!texts.ok || faults.length > 0) return fail(faults);
    const now = clock.now();
    const version: LegalVersion = {
      ...firstVersion(viewer, document.id),
      number: before.number + 1,
      texts: texts.value,
      requiredFrom: input.askExistingUsers ? addMs(now, input.graceDays * dayMs) : null,
    };
    await repository.insertVersion(tx, version);
    const mailed = input.askExistingUsers && input.mailExistingUsers;
    if (mailed) await queueTellOfVersion(deps.enqueue, tx, version.id);
    await audit(tx, viewer, 'legal_document.published', document, {
      version: version.number,
      requiredFrom: version.requiredFrom,
      mailed,
    });
    return ok({ ...document, currentVersion: version });
  };

  return {
    list: (
      viewer: Viewer,
      kind: LegalDocumentKind | null,
      page: { offset: number; limit: number },
    ): Promise<OffsetPage<LegalDocument>> => {
      requireOnTenant(viewer, 'LEGAL_DOCUMENT', 'READ');
      return transact(viewer.principal.tenantId, (tx) => repository.list(tx, kind, page));
    },

    versions: (
      viewer: Viewer,
      documentId: string,
      page: { offset: number; limit: number },
    ): Promise<OffsetPage<LegalVersion>> => {
      requireOnTenant(viewer, 'LEGAL_DOCUMENT', 'READ');
      return transact(viewer.principal.tenantId, async (tx) => {
        const { id } = await findOrThrow(tx, documentId);
        return repository.listVersions(tx, id, page);
      });
    },

    /** How many people a version published now would ask. */
    countAsked: (viewer: Viewer, documentId: string): Promise<number> => {
      requireOnTenant(viewer, 'LEGAL_DOCUMENT', 'WRITE');
      return transact(viewer.principal.tenantId, async (tx) =>
        deps.askedUsers.count(tx, await findOrThrow(tx, documentId)),
      );
    },

    /** A document comes with its first version: there is none without a text. */
    create: async (viewer: Viewer, input: NewLegalDocument): Promise<Saved> => {
      requireOnTenant(viewer, 'LEGAL_DOCUMENT', 'CREATE');
      const name = parseText(input.name, nameRule);
      const texts = parseLegalTexts(input.texts);
      if (!name.ok || !texts.ok)
        return fail([...textFaults('name', name, nameRule), ...(texts.ok ? [] : texts.failure)]);
      return transact(viewer.principal.tenantId, async (tx): Promise<Saved> => {
        const id = newId();
        const document: LegalDocument = {
          id,
          kind: input.kind,
          name: name.value,
          createdAt: clock.now(),
          currentVersion: { ...firstVersion(viewer, id), texts: texts.value },
        };
        if (!(await repository.insert(tx, document))) {
          const message = 'Another document of this kind has this name: choose another one.';
          return failWith(inputFault('name', 'NAME_TAKEN', message));
        }
        await repository.insertVersion(tx, document.currentVersion);
        await audit(tx, viewer, 'legal_document.created', document, { kind: document.kind });
        return ok(document);
      });
    },

    publish: (viewer: Viewer, documentId: string, input: NewLegalVersion): Promise<Saved> => {
      requireOnTenant(viewer, 'LEGAL_DOCUMENT', 'WRITE');
      return transact(viewer.principal.tenantId, async (tx): Promise<Saved> => {
        if (isId(documentId)) await repository.lock(tx, documentId);
        return publishIn(tx, viewer, await findOrThrow(tx, documentId), input);
      });
    },

    delete: (viewer: Viewer, id: string): Promise<Result<string, InputFaults<'IN_USE'>>> => {
      requireOnTenant(viewer, 'LEGAL_DOCUMENT', 'DELETE');
      return transact(viewer.principal.tenantId, async (tx) => {
        const document = await findOrThrow(tx, id);
        if (await consents.areAny(tx, id)) {
          const message = 'People have accepted this document: their proof needs its versions.';
          return failWith(argumentFault('id', 'IN_USE' as const, message));
        }
        if ((await repository.delete(tx, id)) === 'in-use') {
          const message = 'A sign-up page uses this document: choose another one there first.';
          return failWith(argumentFault('id', 'IN_USE' as const, message));
        }
        await audit(tx, viewer, 'legal_document.deleted', document);
        return ok(id);
      });
    },
  };
};

export type ManageLegalDocuments = ReturnType<typeof createManageLegalDocuments>;
