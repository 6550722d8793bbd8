import { randomBytes } from 'node:crypto';
import type { Browser, TestApp } from '../harness/app.js';
import { signIn } from '../harness/tenants.js';
import { consentsOf, makeDocument } from '../legal/legal-api.js';
import { mailMessages } from '../mail/messages-api.js';
import { sendTestMail } from '../mail/settings-api.js';
import { submit } from '../registration/sign-up.js';
import type { IdKind } from './id-kinds.js';
import { makeDelivery, makeNotification } from './notice-makers.js';

const word = (): string => randomBytes(6).toString('hex');

/** What a mutation made; throws where it was refused. */
const made = async (
  by: Browser,
  operation: string,
  entity: string,
  input: Record<string, unknown>,
): Promise<string> => {
  const type = `${operation.slice(0, 1).toUpperCase()}${operation.slice(1)}Input`;
  const answer = await by.data<Record<string, Record<string, { id: string } | null>>>(
    `mutation ($input: ${type}!) {
       ${operation}(input: $input) { ${entity} { id } userErrors { field code } }
     }`,
    { input },
  );
  const id = answer[operation]?.[entity]?.id;
  if (!id) throw new Error(`${operation} was refused: ${JSON.stringify(answer)}`);
  return id;
};

const group = (by: Browser, type: string, memberIds: string[] = []): Promise<string> =>
  made(by, 'createEntityGroup', 'entityGroup', { name: word(), type, memberIds });

const role = (by: Browser): Promise<string> =>
  made(by, 'createRole', 'role', {
    name: word(),
    type: 'GENERIC',
    permissions: [{ resource: 'DEVICE', operations: ['READ'] }],
  });

const device = (by: Browser): Promise<string> =>
  made(by, 'createDevice', 'device', { name: word() });
const asset = (by: Browser): Promise<string> => made(by, 'createAsset', 'asset', { name: word() });
const customerGroup = (by: Browser): Promise<string> => group(by, 'CUSTOMER');
const dashboard = (by: Browser): Promise<string> =>
  made(by, 'createDashboard', 'dashboard', { title: word() });
const userGroup = (by: Browser): Promise<string> => group(by, 'USER');

/** What a person can make within their own reach; every row holds what filters look for. */
export const ownMakers = {
  asset,
  assetGroup: async (by: Browser) => group(by, 'ASSET', [await asset(by)]),
  customer: (by: Browser) => made(by, 'createCustomer', 'customer', { title: word() }),
  customerGroup,
  dashboard,
  dashboardGroup: async (by: Browser) => group(by, 'DASHBOARD', [await dashboard(by)]),
  device,
  deviceGroup: async (by: Browser) => group(by, 'DEVICE', [await device(by)]),
  groupPermission: async (by: Browser) =>
    made(by, 'grantPermission', 'groupPermission', {
      userGroupId: await userGroup(by),
      roleId: await role(by),
    }),
  role,
  user: (by: Browser) => made(by, 'inviteUser', 'user', { email: `${word()}@example.com` }),
  userGroup,
} as const satisfies Partial<Record<IdKind, (by: Browser) => Promise<string>>>;

export interface Person {
  readonly browser: Browser;
  readonly email: string;
  readonly password: string;
}

export const idsOfMe = async (by: Browser): Promise<{ user: string; session: string }> => {
  const { me } = await by.data<{ me: { user: { id: string }; session: { id: string } } }>(
    '{ me { user { id } session { id } } }',
  );
  return { user: me.user.id, session: me.session.id };
};

/** A further session of the person, in a browser of its own. */
const session = async (app: TestApp, { browser, email, password }: Person): Promise<string> => {
  const another = app.browser(browser.host);
  await signIn(another, email, password);
  return (await idsOfMe(another)).session;
};

const domain = (by: Browser): Promise<string> =>
  made(by, 'createDomain', 'domain', { host: `w${word()}.localhost` });

const page = async (by: Browser): Promise<string> =>
  made(by, 'createSelfRegistration', 'selfRegistration', { domainId: await domain(by) });

/** A registration that waits to be activated. */
const registration = async (app: TestApp, host: string, by: Browser): Promise<string> => {
  const email = `${word()}@example.com`;
  await submit(app.browser(host), { email });
  const { registrations } = await by.data<{ registrations: { nodes: { id: string }[] } }>(
    'query ($search: String) { registrations(filter: { search: $search }) { nodes { id } } }',
    { search: email },
  );
  const [found] = registrations.nodes;
  if (!found) throw new Error(`The registration of ${email} is missing.`);
  return found.id;
};

/** The newest one of the tenant: only people who sign up give any. */
const consent = async (by: Browser): Promise<string> => {
  const [found] = await consentsOf(by);
  if (!found) throw new Error('Nobody has accepted anything.');
  return found.id;
};

/** The newest one, of a mail that tried the mail server. */
const mailMessage = async (by: Browser): Promise<string> => {
  await sendTestMail(by, `${word()}@example.com`);
  const { nodes } = await mailMessages(by);
  if (!nodes[0]) throw new Error('The message log is empty.');
  return nodes[0].id;
};

export interface TenantParts {
  readonly app: TestApp;
  readonly admin: Person;
  /** Of a sign-up page that is on. */
  readonly host: string;
  readonly system: Browser;
}

/** One fresh row of any kind, for the administrator of a tenant. */
export const makeFresh = async (
  { app, admin, host, system }: TenantParts,
  kind: IdKind,
): Promise<string> => {
  const by = admin.browser;
  switch (kind) {
    case 'apiKey':
      return made(by, 'createApiKey', 'apiKey', {
        name: word(),
        permissions: [{ resource: 'DEVICE', operations: ['READ'] }],
      });
    case 'domain':
      return domain(by);
    case 'consent':
      return consent(by);
    case 'legalDocument':
      return (await makeDocument(by, { name: word() })).id;
    case 'legalVersion':
      return (await makeDocument(by, { name: word() })).currentVersion.id;
    case 'mailMessage':
      return mailMessage(by);
    case 'termsOfUse':
      return (await makeDocument(by, { name: word(), kind: 'TERMS_OF_USE' })).id;
    case 'selfRegistration':
      return page(by);
    case 'inviteCode':
      return made(by, 'createInviteCode', 'inviteCode', {
        ...{ selfRegistrationId: await page(by), label: word(), quota: 5 },
      });
    case 'registration':
      return registration(app, host, by);
    case 'notification':
      return makeNotification(by);
    case 'notificationDelivery':
      return (await makeDelivery(app, by)).delivery;
    case 'notificationRecipient':
      return (await makeDelivery(app, by)).recipient;
    case 'session':
      return session(app, admin);
    case 'tenant':
      return made(system, 'createTenant', 'tenant', {
        name: word(),
        administratorEmail: `${word()}@example.com`,
      });
    default:
      return ownMakers[kind](by);
  }
};
