import type { Browser, TestApp } from '../harness/app.js';
import { signIn, type TestTenant } from '../harness/tenants.js';
import type { UserError } from './sign-up.js';

export interface SeenRegistration {
  readonly id: string;
  readonly state: string;
  readonly reason: string | null;
  readonly submittedAt: string;
  readonly expiresAt: string | null;
  readonly timeline: readonly { kind: string; detail: string | null }[];
}

/** What the console shows of an address's registrations, newest first. */
export const registrationsOf = async (
  admin: Browser,
  email: string,
): Promise<readonly SeenRegistration[]> => {
  const { registrations } = await admin.data<{
    registrations: { edges: { node: SeenRegistration }[] };
  }>(
    `query ($search: String!) {
       registrations(filter: { search: $search }) {
         edges { node { id state reason submittedAt expiresAt timeline { kind detail } } }
       }
     }`,
    { search: email },
  );
  return registrations.edges.map(({ node }) => node);
};

/** State and reason of an address's registrations, newest first. */
export const statesOf = async (admin: Browser, email: string): Promise<string[]> =>
  (await registrationsOf(admin, email)).map(({ state, reason }) =>
    [state, reason].filter(Boolean).join(' '),
  );

export interface SeenPage {
  readonly id: string;
  readonly revision: number;
  readonly enabled: boolean;
  readonly welcomeText: string | null;
  readonly captcha: { readonly siteKey: string | null; readonly secretKeySet: boolean };
}

export interface SavedPage {
  readonly selfRegistration: SeenPage | null;
  readonly userErrors: readonly UserError[];
}

const outcome = `
  selfRegistration { id revision enabled welcomeText captcha { siteKey secretKeySet } }
  userErrors { field code message }`;

export const updatePage = async (
  by: Browser,
  id: string,
  input: Record<string, unknown>,
): Promise<SavedPage> => {
  const { updateSelfRegistration } = await by.data<{ updateSelfRegistration: SavedPage }>(
    `mutation ($id: ID!, $input: UpdateSelfRegistrationInput!) {
       updateSelfRegistration(id: $id, input: $input) { ${outcome} }
     }`,
    { id, input },
  );
  return updateSelfRegistration;
};

export const createPage = async (
  by: Browser,
  input: Record<string, unknown>,
): Promise<SavedPage> => {
  const { createSelfRegistration } = await by.data<{ createSelfRegistration: SavedPage }>(
    `mutation ($input: CreateSelfRegistrationInput!) {
       createSelfRegistration(input: $input) { ${outcome} }
     }`,
    { input },
  );
  return createSelfRegistration;
};

/** Deletes a tenant's page; the codes of what was wrong, none when it is gone. */
export const deletePage = async (
  { admin, selfRegistrationId, host }: TestTenant,
  pending?: 'LET_FINISH' | 'END',
): Promise<string[]> => {
  const { deleteSelfRegistration } = await admin.data<{
    deleteSelfRegistration: { userErrors: UserError[] };
  }>(
    `mutation ($id: ID!, $input: DeleteSelfRegistrationInput!) {
       deleteSelfRegistration(id: $id, input: $input) { deletedId userErrors { field code } }
     }`,
    { id: selfRegistrationId, input: { confirmation: host, pending } },
  );
  return deleteSelfRegistration.userErrors.map(({ code }) => code);
};

/** A fresh session: the one of the tenant ends when the clock is put forward. */
export const signInAgain = async (app: TestApp, tenant: TestTenant): Promise<Browser> => {
  const admin = app.browser();
  await signIn(admin, tenant.administrator.email, tenant.administrator.password);
  return admin;
};
