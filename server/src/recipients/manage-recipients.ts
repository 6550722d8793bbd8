import { requireOnTenant, type Viewer } from '../access/index.js';
import { changedFields, type RecordAudit } from '../audit/index.js';
import type { Clock } from '../platform/clock.js';
import { notFound } from '../platform/failures.js';
import { bareHost, type OutgoingRules } from '../platform/http/outgoing-address.js';
import { isId, newId } from '../platform/ids.js';
import { failWith, inputFault, type InputFaults } from '../platform/input-fault.js';
import type { OffsetPage } from '../platform/page.js';
import { fail, ok, type Result } from '../platform/result.js';
import type { Seal } from '../platform/seal/seal.js';
import type { Transact, Tx } from '../platform/transaction.js';
import {
  parseRecipient,
  type ParsedRecipient,
  type RecipientErrorCode,
  type RecipientInput,
} from './parse-recipient.js';
import {
  referenceFieldOf,
  sealContext,
  tenantAdministrators,
  type Recipient,
  type RecipientType,
} from './recipient.js';
import type { RecipientRepository } from './recipient-repository.js';
import { unknownReferences } from './unknown-references.js';

export interface ManageRecipientsDeps {
  readonly transact: Transact;
  readonly clock: Clock;
  readonly seal: Seal;
  readonly recordAudit: RecordAudit;
  readonly recipients: RecipientRepository;
  readonly outgoing: OutgoingRules;
  /** Hosts of the sign-up pages that tell this recipient. */
  readonly pagesOfRecipient: (tx: Tx, recipientId: string) => Promise<readonly string[]>;
}

export type NewRecipient = RecipientInput & { readonly type: RecipientType };

type Saved = Result<Recipient, InputFaults<RecipientErrorCode>>;

/** What the audit log keeps; never a secret. */
const describe = (recipient: Recipient): Record<string, unknown> => ({
  name: recipient.name,
  type: recipient.type,
  emails: recipient.emails,
  urlHost: recipient.urlHost,
  signingSecretSet: recipient.sealedSigningSecret !== null,
  byEmail: recipient.byEmail,
  locale: recipient.locale,
  references: recipient[referenceFieldOf(recipient.type) ?? 'emails'],
});

const nameTaken = () =>
  failWith(
    inputFault<RecipientErrorCode>('name', 'NAME_TAKEN', 'Another recipient has this name.'),
  );

/** A recipient that is not saved yet. */
const blankRecipient = (type: RecipientType, createdAt: Date): Recipient => ({
  ...tenantAdministrators,
  id: newId(),
  name: '',
  type,
  emails: [],
  sealedUrl: null,
  urlHost: null,
  sealedSigningSecret: null,
  locale: 'en',
  createdAt,
});

const hostOfUrl = (text: string): string => {
  const url = new URL(text);
  return url.port ? `${bareHost(url)}:${url.port}` : bareHost(url);
};

/** What administrators do with the recipients of their tenant. */
export const createManageRecipients = (deps: ManageRecipientsDeps) => {
  const { transact, clock, seal, recipients } = deps;

  const findOrThrow = async (tx: Tx, id: string): Promise<Recipient> => {
    const recipient = isId(id) ? await recipients.find(tx, id) : null;
    if (!recipient) throw notFound('recipient');
    return recipient;
  };

  const sealed = (tenantId: string, id: string, { url, signingSecret }: ParsedRecipient) => ({
    ...(url !== undefined && {
      sealedUrl: seal.seal(url, sealContext(tenantId, id, 'url')),
      urlHost: hostOfUrl(url),
    }),
    ...(signingSecret !== undefined && {
      sealedSigningSecret:
        signingSecret && seal.seal(signingSecret, sealContext(tenantId, id, 'signing secret')),
    }),
  });

  /** Applies the input to a recipient; all faults at once, nothing is written. */
  const apply = async (tx: Tx, before: Recipient, input: RecipientInput): Promise<Saved> => {
    const parsed = parseRecipient(input, before, deps.outgoing);
    if (!parsed.ok) return fail(parsed.failure);
    const unknown = await unknownReferences(tx, recipients, input);
    if (unknown.length > 0) {
      const message = 'One of these does not exist any more.';
      return fail(unknown.map((field) => inputFault(field, 'NOT_FOUND' as const, message)));
    }
    const { url: _url, signingSecret: _secret, ...plain } = parsed.value;
    return ok({ ...before, ...plain, ...sealed(tx.tenantId, before.id, parsed.value) });
  };

  const audit = (
    tx: Tx,
    viewer: Viewer,
    verb: string,
    { id, name }: Recipient,
    change: ReturnType<typeof changedFields>,
  ) =>
    deps.recordAudit(tx, viewer.actor, {
      action: `recipient.${verb}`,
      entityType: 'NOTIFICATION_RECIPIENT',
      entityId: id,
      entityName: name,
      ...change,
    });

  return {
    list: (
      viewer: Viewer,
      search: string | null,
      page: { offset: number; limit: number },
    ): Promise<OffsetPage<Recipient>> => {
      requireOnTenant(viewer, 'NOTIFICATION', 'READ');
      return transact(viewer.principal.tenantId, (tx) => recipients.list(tx, search, page));
    },

    find: (viewer: Viewer, id: string): Promise<Recipient> => {
      requireOnTenant(viewer, 'NOTIFICATION', 'READ');
      return transact(viewer.principal.tenantId, (tx) => findOrThrow(tx, id));
    },

    create: (viewer: Viewer, { type, ...input }: NewRecipient): Promise<Saved> => {
      requireOnTenant(viewer, 'NOTIFICATION', 'CREATE');
      return transact(viewer.principal.tenantId, async (tx): Promise<Saved> => {
        const made = await apply(tx, blankRecipient(type, clock.now()), input);
        if (!made.ok) return made;
        if (!(await recipients.insert(tx, made.value))) return nameTaken();
        await audit(tx, viewer, 'created', made.value, changedFields({}, describe(made.value)));
        return made;
      });
    },

    update: (viewer: Viewer, id: string, input: RecipientInput): Promise<Saved> => {
      requireOnTenant(viewer, 'NOTIFICATION', 'READ');
      requireOnTenant(viewer, 'NOTIFICATION', 'WRITE');
      return transact(viewer.principal.tenantId, async (tx): Promise<Saved> => {
        const before = await findOrThrow(tx, id);
        const made = await apply(tx, before, input);
        if (!made.ok) return made;
        if (!(await recipients.update(tx, made.value))) return nameTaken();
        const change = changedFields(describe(before), describe(made.value));
        await audit(tx, viewer, 'changed', made.value, change);
        return made;
      });
    },

    delete: (viewer: Viewer, id: string): Promise<Result<string, InputFaults<'IN_USE'>>> => {
      requireOnTenant(viewer, 'NOTIFICATION', 'DELETE');
      return transact(viewer.principal.tenantId, async (tx) => {
        const recipient = await findOrThrow(tx, id);
        const pages = await deps.pagesOfRecipient(tx, id);
        if (pages.length > 0) {
          return failWith({
            field: ['id'],
            code: 'IN_USE' as const,
            message: `The sign-up page on ${pages.join(', ')} tells this recipient: choose another one there first.`,
          });
        }
        // A page that chose it a moment ago: the database says so, and the person tries again.
        if ((await recipients.delete(tx, id)) === 'in-use') {
          const message = 'A sign-up page tells this recipient: choose another one there first.';
          return failWith({ field: ['id'], code: 'IN_USE' as const, message });
        }
        await audit(tx, viewer, 'deleted', recipient, changedFields(describe(recipient), {}));
        return ok(id);
      });
    },
  };
};

export type ManageRecipients = ReturnType<typeof createManageRecipients>;
