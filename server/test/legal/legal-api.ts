import type { Browser } from '../harness/app.js';
import type { UserError } from '../registration/sign-up.js';

export interface SeenVersion {
  readonly id: string;
  readonly number: number;
  readonly requiredFrom: string | null;
  readonly publishedBy: string;
  readonly texts: readonly { locale: string; html: string; sha256: string }[];
}

export interface SeenDocument {
  readonly id: string;
  readonly kind: string;
  readonly name: string;
  readonly currentVersion: SeenVersion;
}

interface Saved {
  readonly legalDocument: SeenDocument | null;
  readonly userErrors: readonly UserError[];
}

const version = 'id number requiredFrom publishedBy texts { locale html sha256 }';
const outcome = `legalDocument { id kind name currentVersion { ${version} } } userErrors { field code }`;

export const english = (html: string) => [{ locale: 'en', html }];

export const saveDocument = async (
  by: Browser,
  input: Record<string, unknown> = {},
): Promise<Saved> =>
  (
    await by.data<{ createLegalDocument: Saved }>(
      `mutation ($input: CreateLegalDocumentInput!) { createLegalDocument(input: $input) { ${outcome} } }`,
      {
        input: {
          kind: 'PRIVACY_POLICY',
          name: 'Policy',
          texts: english('<p>We keep little.</p>'),
          ...input,
        },
      },
    )
  ).createLegalDocument;

/** A document for the tests of other things. */
export const makeDocument = async (
  by: Browser,
  input: Record<string, unknown> = {},
): Promise<SeenDocument> => {
  const { legalDocument, userErrors } = await saveDocument(by, input);
  if (!legalDocument) throw new Error(`No document: ${JSON.stringify(userErrors)}`);
  return legalDocument;
};

export const publish = async (
  by: Browser,
  documentId: string,
  input: Record<string, unknown>,
): Promise<Saved> =>
  (
    await by.data<{ publishLegalVersion: Saved }>(
      `mutation ($id: ID!, $input: PublishLegalVersionInput!) {
         publishLegalVersion(documentId: $id, input: $input) { ${outcome} }
       }`,
      { id: documentId, input },
    )
  ).publishLegalVersion;

/** The next version of a document, with a text of its own. */
export const publishNext = async (
  by: Browser,
  { id, currentVersion }: SeenDocument,
  input: Record<string, unknown> = {},
): Promise<SeenDocument> => {
  const texts = english(`<p>Version ${currentVersion.number + 1}</p>`);
  const { legalDocument, userErrors } = await publish(by, id, {
    basedOn: currentVersion.id,
    texts,
    ...input,
  });
  if (!legalDocument) throw new Error(`Not published: ${JSON.stringify(userErrors)}`);
  return legalDocument;
};

export const versionsOf = async (by: Browser, documentId: string): Promise<SeenVersion[]> =>
  (
    await by.data<{ legalVersions: { items: SeenVersion[] } }>(
      `query ($id: ID!) { legalVersions(documentId: $id) { items { ${version} } } }`,
      { id: documentId },
    )
  ).legalVersions.items;

export const openConsents = async (
  by: Browser,
): Promise<{ versionId: string; kind: string; texts: { locale: string; html: string }[] }[]> =>
  (
    await by.data<{ myOpenConsents: never[] }>(
      '{ myOpenConsents { versionId kind number requiredFrom texts { locale label html } } }',
    )
  ).myOpenConsents;

/** What became of accepting versions in English: `accepted`, or the codes. */
export const accept = async (by: Browser, ...versionIds: string[]): Promise<string> => {
  const consents = versionIds.map((versionId) => ({ versionId, locale: 'en' }));
  const { data, errors } = await by.graphql<{
    acceptLegalVersions: { accepted: boolean; userErrors: UserError[] };
  }>(
    `mutation ($input: AcceptLegalVersionsInput!) {
       acceptLegalVersions(input: $input) { accepted userErrors { field code } }
     }`,
    { input: { consents } },
  );
  if (errors[0]) return errors[0].extensions.code;
  if (data?.acceptLegalVersions.accepted) return 'accepted';
  return (data?.acceptLegalVersions.userErrors ?? []).map(({ code }) => code).join(' ');
};

export interface SeenConsent {
  readonly id: string;
  readonly userId: string | null;
  readonly email: string;
  readonly versionId: string;
  readonly versionNumber: number;
  readonly locale: string;
  readonly sha256: string;
  readonly label: string;
  readonly acceptedAt: string;
  readonly ip: string | null;
  readonly userAgent: string | null;
  readonly withdrawnAt: string | null;
}

const consentFields =
  'id userId email versionId versionNumber locale sha256 label acceptedAt ip userAgent withdrawnAt';

export const myConsents = async (by: Browser): Promise<SeenConsent[]> =>
  (await by.data<{ myConsents: SeenConsent[] }>(`{ myConsents { ${consentFields} } }`)).myConsents;

export const consentsOf = async (
  by: Browser,
  filter: Record<string, unknown> = {},
): Promise<SeenConsent[]> =>
  (
    await by.data<{ consents: { nodes: SeenConsent[] } }>(
      `query ($filter: ConsentFilter) { consents(filter: $filter) { nodes { ${consentFields} } } }`,
      { filter },
    )
  ).consents.nodes;

/** The code that a call of anything else meets; empty when it is answered. */
export const codeOf = async (by: Browser, query: string): Promise<string> =>
  (await by.graphql(query)).errors.map(({ extensions }) => extensions.code).join(' ');
