import { randomBytes } from 'node:crypto';
import type { Browser, TestApp } from './app.js';

export interface TestTenant {
  readonly id: string;
  readonly name: string;
  /** Its domain, unless it was made without a page. */
  readonly host: string;
  readonly domainId: string;
  readonly selfRegistrationId: string;
  readonly administrator: { readonly email: string; readonly password: string };
  /** A browser of the administrator, signed in on the console. */
  readonly admin: Browser;
}

const randomName = (): string => randomBytes(5).toString('hex');

const signInMutation = `
  mutation ($input: SignInInput!) { signIn(input: $input) { me { user { id } } userErrors { code } } }`;

export const signIn = async (browser: Browser, email: string, password: string): Promise<void> => {
  const { signIn: outcome } = await browser.data<{ signIn: { me: object | null } }>(
    signInMutation,
    {
      input: { email, password },
    },
  );
  if (!outcome.me) throw new Error(`${email} could not sign in.`);
};

/** A tenant of one's own with an administrator, a localhost domain and a sign-up page that is on. */
export const makeTenant = async (
  app: TestApp,
  page: Record<string, unknown> = {},
): Promise<TestTenant> => {
  const name = `Tenant ${randomName()}`;
  const administrator = {
    email: `${randomName()}@admin.example`,
    password: 'a lantern over nine bridges',
  };
  const { tenant } = await app.server.slices.identity.createTenantWithAdministrator(name, {
    ...administrator,
    firstName: 'Ada',
    lastName: 'Min',
  });
  const admin = app.browser();
  await signIn(admin, administrator.email, administrator.password);
  const host = `t${randomName()}.localhost`;
  const { createDomain } = await admin.data<{ createDomain: { domain: { id: string } } }>(
    `mutation ($input: CreateDomainInput!) { createDomain(input: $input) { domain { id } userErrors { code } } }`,
    { input: { host } },
  );
  const { createSelfRegistration } = await admin.data<{
    createSelfRegistration: { selfRegistration: { id: string } };
  }>(
    `mutation ($input: CreateSelfRegistrationInput!) {
      createSelfRegistration(input: $input) { selfRegistration { id } userErrors { field code message } }
    }`,
    { input: { domainId: createDomain.domain.id, enabled: true, ...page } },
  );
  return {
    id: tenant.id,
    name,
    host,
    domainId: createDomain.domain.id,
    selfRegistrationId: createSelfRegistration.selfRegistration.id,
    administrator,
    admin,
  };
};
