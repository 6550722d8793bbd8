import type { LiveTenant } from './tenant.js';

/** A policy that the tenant's sign-up page asks to accept from now on. */
export async function offerPolicy(
  { api, selfRegistrationId }: LiveTenant,
  policy: { readonly name: string; readonly html: string },
): Promise<void> {
  const { createLegalDocument } = await api.ask<{
    createLegalDocument: { legalDocument: { id: string } };
  }>(
    `mutation ($input: CreateLegalDocumentInput!) {
       createLegalDocument(input: $input) { legalDocument { id } userErrors { field code } }
     }`,
    {
      input: {
        kind: 'PRIVACY_POLICY',
        name: policy.name,
        texts: [{ locale: 'en', html: policy.html }],
      },
    },
  );
  const privacyPolicyId = createLegalDocument.legalDocument.id;
  await api.ask(
    `mutation ($id: ID!, $input: UpdateSelfRegistrationInput!) {
       updateSelfRegistration(id: $id, input: $input) { userErrors { field code message } }
     }`,
    { id: selfRegistrationId, input: { showPrivacyPolicy: true, privacyPolicyId } },
  );
}
