import type { Browser, TestApp } from '../harness/app.js';

/** Good by the rules, and part of nobody's name here. */
export const password = 'violet-otter-sings-42';

let made = 0;
/** Each test makes its own tenants and people. */
export const unique = (word: string): string => {
  made += 1;
  return `${word}${String(made)}`;
};

export const signIn = async (app: TestApp, host: string, email: string): Promise<Browser> => {
  const browser = app.browser(host);
  const { signIn: answer } = await browser.data<{ signIn: { me: object | null } }>(
    `mutation ($input: SignInInput!) { signIn(input: $input) { me { user { id } } userErrors { message } } }`,
    { input: { email, password } },
  );
  if (!answer.me) throw new Error(`${email} could not sign in on ${host}.`);
  return browser;
};

/** The first system administrator of a new database, signed in on the console. */
export const becomeSystemAdministrator = async (app: TestApp): Promise<Browser> => {
  const secret = await app.server.slices.identity.firstAdministrator.offerLink();
  const browser = app.browser();
  await browser.data(
    `mutation ($input: CreateFirstAdministratorInput!) {
       createFirstAdministrator(input: $input) { me { user { id } } userErrors { message } }
     }`,
    { input: { secret, email: 'root@system.example', password } },
  );
  return browser;
};

export interface SampleTenant {
  readonly id: string;
  readonly name: string;
  readonly administratorId: string;
  readonly administratorEmail: string;
  /** On the console. */
  readonly administrator: Browser;
}

export const createSampleTenant = async (app: TestApp): Promise<SampleTenant> => {
  const name = unique('Tenant');
  const administratorEmail = `${unique('admin')}@people.example`;
  const { tenant, administratorId } =
    await app.server.slices.identity.createTenantWithAdministrator(name, {
      email: administratorEmail,
      firstName: null,
      lastName: null,
      password,
    });
  const administrator = await signIn(app, 'localhost', administratorEmail);
  return { id: tenant.id, name, administratorId, administratorEmail, administrator };
};

/** Gives a tenant a domain of its own. */
export const addDomain = async (by: Browser): Promise<string> => {
  const host = `${unique('site')}.localhost`;
  const { createDomain } = await by.data<{ createDomain: { domain: { host: string } | null } }>(
    `mutation ($host: String!) {
       createDomain(input: { host: $host }) { domain { host } userErrors { message } }
     }`,
    { host },
  );
  if (!createDomain.domain) throw new Error(`${host} was refused.`);
  return host;
};

export const addCustomer = async (by: Browser, parentId?: string): Promise<string> => {
  const { createCustomer } = await by.data<{ createCustomer: { customer: { id: string } | null } }>(
    `mutation ($input: CreateCustomerInput!) {
       createCustomer(input: $input) { customer { id } userErrors { message } }
     }`,
    { input: { title: unique('Customer'), ...(parentId && { parentId }) } },
  );
  if (!createCustomer.customer) throw new Error('The customer was refused.');
  return createCustomer.customer.id;
};

export interface Faults {
  readonly userErrors: readonly { readonly field: string[]; readonly code: string }[];
}

export interface Invited extends Faults {
  readonly user: { readonly id: string; readonly state: string; readonly email: string } | null;
}

export const invite = async (
  by: Browser,
  input: { email: string; customerId?: string; groupIds?: string[]; firstName?: string },
): Promise<Invited> => {
  const { inviteUser } = await by.data<{ inviteUser: Invited }>(
    `mutation ($input: InviteUserInput!) {
       inviteUser(input: $input) {
         user { id state email }
         userErrors { field code message }
       }
     }`,
    { input },
  );
  return inviteUser;
};

/** The address and secret of the link in the next mail to somebody. */
export const linkTo = async (app: TestApp, email: string) => {
  const mail = await app.mails.next(email);
  const [, url = '', secret = ''] = /(https?:\/\/[^\s#]+)#(\S+)/.exec(mail.text ?? '') ?? [];
  return { url, secret, subject: mail.subject ?? '', text: mail.text ?? '' };
};

/** Opens a link and sets the password. */
export const acceptWith = async (browser: Browser, secret: string) => {
  const { resetPassword } = await browser.data<{
    resetPassword: Faults & { me: { user: { id: string } } | null };
  }>(
    `mutation ($input: ResetPasswordInput!) {
       resetPassword(input: $input) { me { user { id } } userErrors { field code message } }
     }`,
    { input: { secret, password } },
  );
  return resetPassword;
};

/** Invites somebody who accepts by the mailed link, and stays signed in on the host. */
export const addUser = async (
  app: TestApp,
  by: Browser,
  host: string,
  input: { customerId?: string; groupIds?: string[]; email?: string } = {},
): Promise<{ id: string; email: string; browser: Browser }> => {
  const { email = `${unique('person')}@people.example` } = input;
  const { user, userErrors } = await invite(by, { ...input, email });
  if (!user) throw new Error(`Not invited: ${JSON.stringify(userErrors)}`);
  const browser = app.browser(host);
  const { secret } = await linkTo(app, email);
  const accepted = await acceptWith(browser, secret);
  if (!accepted.me) throw new Error(`Not accepted: ${JSON.stringify(accepted.userErrors)}`);
  return { id: user.id, email, browser };
};

/** Calls a mutation of one id whose payload has a user. */
export const act = async (by: Browser, mutation: string, id: string) => {
  const answer = await by.graphql<Record<string, Faults & { user?: { state: string } | null }>>(
    `mutation ($id: ID!) { ${mutation}(id: $id) { user { state } userErrors { field code } } }`,
    { id },
  );
  return {
    state: answer.data?.[mutation]?.user?.state,
    faults: answer.data?.[mutation]?.userErrors.map(({ code }) => code),
    error: answer.errors[0]?.extensions.code,
  };
};

/** The id of the signed-in person, null for strangers. */
export const whoIs = async (browser: Browser): Promise<string | null> => {
  const { me } = await browser.data<{ me: { user: { id: string } } | null }>(
    `{ me { user { id } } }`,
  );
  return me?.user.id ?? null;
};
