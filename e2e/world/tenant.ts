import { readDemo, type Login } from '../demo.js';
import { createConsoleApi, type ConsoleApi } from './api.js';
import { mailedLink } from './mails.js';
import { newPerson, randomName } from './person.js';

/** A tenant that only one journey uses. */
export interface Tenant {
  readonly id: string;
  readonly name: string;
  readonly admin: Login;
  /** The API as its administrator sees it. */
  readonly api: ConsoleApi;
}

/** A tenant with a domain and a sign-up page that is on. */
export interface LiveTenant extends Tenant {
  readonly host: string;
  /** Base address of the domain. */
  readonly url: string;
  readonly signUpUrl: string;
  readonly selfRegistrationId: string;
}

const SIGN_IN = `mutation ($input: SignInInput!) { signIn(input: $input) { userErrors { code } } }`;

const CREATE_TENANT = `mutation ($input: CreateTenantInput!) {
  createTenant(input: $input) { tenant { id } userErrors { code message } }
}`;

const ACCEPT = `mutation ($input: ResetPasswordInput!) {
  resetPassword(input: $input) { userErrors { field code message } }
}`;

const CREATE_DOMAIN = `mutation ($input: CreateDomainInput!) {
  createDomain(input: $input) { domain { id baseAddress } userErrors { code message } }
}`;

const CREATE_PAGE = `mutation ($input: CreateSelfRegistrationInput!) {
  createSelfRegistration(input: $input) {
    selfRegistration { id } userErrors { field code message }
  }
}`;

const DEFAULT_ROLES = `query { roles(limit: 100) { items { id name isDefault } } }`;

/** The system administrator's own view of the API. */
export async function signInAsRoot(): Promise<ConsoleApi> {
  const { consoleUrl, systemAdministrator } = readDemo();
  const api = createConsoleApi(consoleUrl);
  await api.ask(SIGN_IN, { input: systemAdministrator });
  return api;
}

/** A tenant whose administrator has accepted the invitation, and nothing in it yet. */
export async function newTenant(root: ConsoleApi): Promise<Tenant> {
  const { firstName, lastName, ...admin } = newPerson('Ada', 'Minister');
  const name = `Tenant ${randomName()}`;
  const { createTenant } = await root.ask<{ createTenant: { tenant: { id: string } } }>(
    CREATE_TENANT,
    { input: { name, administratorEmail: admin.email } },
  );
  const link = new URL(await mailedLink(admin.email, 'You are invited'));
  const api = createConsoleApi(link.origin);
  const secret = link.hash.slice(1);
  await api.ask(ACCEPT, { input: { secret, password: admin.password, firstName, lastName } });
  return { id: createTenant.tenant.id, name, admin, api };
}

/** The same with a sign-up page as a new one starts: proof of work, Customer Administrator. */
export async function newLiveTenant(root: ConsoleApi): Promise<LiveTenant> {
  const tenant = await newTenant(root);
  const host = `${randomName()}.localhost`;
  const { createDomain } = await tenant.api.ask<{
    createDomain: { domain: { id: string; baseAddress: string } };
  }>(CREATE_DOMAIN, { input: { host } });
  const { id: domainId, baseAddress } = createDomain.domain;
  const { roles } = await tenant.api.ask<{
    roles: { items: { id: string; name: string; isDefault: boolean }[] };
  }>(DEFAULT_ROLES);
  const role = roles.items.find(({ name }) => name === 'Customer Administrator');
  const { createSelfRegistration } = await tenant.api.ask<{
    createSelfRegistration: { selfRegistration: { id: string } };
  }>(CREATE_PAGE, {
    input: { domainId, enabled: true, groupRoleAssignments: [{ roleId: role?.id }] },
  });
  const selfRegistrationId = createSelfRegistration.selfRegistration.id;
  const signUpUrl = `${baseAddress}/signup`;
  return { ...tenant, host, url: baseAddress, signUpUrl, selfRegistrationId };
}
