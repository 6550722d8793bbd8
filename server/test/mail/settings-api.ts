import type { Browser } from '../harness/app.js';

/** A fault at a field. */
interface UserError {
  readonly field: readonly string[];
  readonly code: string;
  readonly message: string;
}

export interface SeenServer {
  readonly source: string;
  readonly sender: string;
  readonly connectedAt: string | null;
  readonly consentRedirectUrl: string;
  readonly health: { readonly state: string; readonly lastError: string | null };
  readonly settings: null | {
    readonly host: string;
    readonly passwordSet: boolean;
    readonly oauth2: null | { readonly clientSecretSet: boolean; readonly tokenUrl: string };
  };
}

const fields = `source sender connectedAt consentRedirectUrl health { state lastError }
  settings { host passwordSet oauth2 { clientSecretSet tokenUrl } }`;

export const mailServer = async (by: Browser): Promise<SeenServer> =>
  (await by.data<{ mailServer: SeenServer }>(`{ mailServer { ${fields} } }`)).mailServer;

/** What a tenant's administrator might type. */
export const ownServer = {
  provider: 'OTHER',
  fromName: 'Acme',
  fromAddress: 'hello@acme.example',
  host: 'smtp.acme.example',
  port: 587,
  security: 'STARTTLS',
  authentication: 'PASSWORD',
  username: 'acme',
  password: 'a password of the mail account',
};

export const saveSettings = async (
  by: Browser,
  input: Record<string, unknown> = {},
): Promise<{ mailServer: SeenServer | null; userErrors: readonly UserError[] }> =>
  (
    await by.data<{
      saveMailSettings: { mailServer: SeenServer | null; userErrors: readonly UserError[] };
    }>(
      `mutation ($input: SaveMailSettingsInput!) {
         saveMailSettings(input: $input) { mailServer { ${fields} } userErrors { field code message } }
       }`,
      { input: { ...ownServer, ...input } },
    )
  ).saveMailSettings;

/** Where a form is faulty, e.g. `host HOST_NOT_ALLOWED`. */
export const faultsOf = async (
  by: Browser,
  input: Record<string, unknown>,
): Promise<readonly string[]> =>
  (await saveSettings(by, input)).userErrors.map(
    ({ field, code }) => `${field.slice(1).join('.')} ${code}`,
  );

export interface SeenTest {
  readonly outcome: null | { readonly accepted: boolean; readonly answer: string };
  readonly userErrors: readonly UserError[];
}

export const sendTestMail = async (by: Browser, to = 'ada@example.com'): Promise<SeenTest> =>
  (
    await by.data<{ sendTestMail: SeenTest }>(
      `mutation ($input: SendTestMailInput!) {
         sendTestMail(input: $input) { outcome { accepted answer } userErrors { field code message } }
       }`,
      { input: { to } },
    )
  ).sendTestMail;

export const beginConsent = async (
  by: Browser,
): Promise<{ url: string | null; userErrors: readonly UserError[] }> =>
  (
    await by.data<{
      beginMailConsent: { url: string | null; userErrors: readonly UserError[] };
    }>('mutation { beginMailConsent { url userErrors { field code message } } }')
  ).beginMailConsent;

export const finishConsent = async (
  by: Browser,
  back: URL,
): Promise<{ mailServer: SeenServer | null; userErrors: readonly UserError[] }> =>
  (
    await by.data<{
      finishMailConsent: { mailServer: SeenServer | null; userErrors: readonly UserError[] };
    }>(
      `mutation ($input: FinishMailConsentInput!) {
         finishMailConsent(input: $input) { mailServer { ${fields} } userErrors { field code message } }
       }`,
      { input: { state: back.searchParams.get('state'), code: back.searchParams.get('code') } },
    )
  ).finishMailConsent;
