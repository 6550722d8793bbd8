import type { Browser, TestApp } from '../harness/app.js';
import { makeTenant, type TestTenant } from '../harness/tenants.js';
import { becomeSystemAdministrator } from '../identity/people.js';
import { makeDocument, myConsents } from '../legal/legal-api.js';
import { updatePage } from '../registration/administrator.js';
import { applyRoles } from '../registration/rollout-world.js';
import { registerAndActivate } from '../registration/sign-up.js';
import { idKinds, type IdKind } from './id-kinds.js';
import { idsOfMe, makeFresh, ownMakers, type TenantParts } from './makers.js';

/** One row of each kind. */
export type Ids = Readonly<Record<IdKind, string>>;

export interface Registrant {
  readonly browser: Browser;
  readonly customerId: string;
  /** What belongs to this customer; kinds that no customer owns are missing. */
  readonly ids: Partial<Ids>;
}

export interface World {
  readonly parts: TenantParts;
  readonly tenant: TestTenant;
  /** What belongs to the tenant itself, its first customer apart. */
  readonly ids: Ids;
  readonly first: Registrant;
  readonly second: Registrant;
}

/** Somebody who signed up and filled their customer. */
const makeRegistrant = async (
  app: TestApp,
  host: string,
  email: string,
  accepted: object,
): Promise<Registrant> => {
  const browser = app.browser(host);
  const customFields = [{ key: 'colour', value: 'blue' }];
  await registerAndActivate(app, browser, email, { ...accepted, customFields });
  const { user, session } = await idsOfMe(browser);
  const { customers } = await browser.data<{ customers: { nodes: { id: string }[] } }>(
    '{ customers { nodes { id } } }',
  );
  const customerId = customers.nodes[0]?.id ?? '';
  const ids: Partial<Record<IdKind, string>> = {};
  for (const kind of Object.keys(ownMakers) as (keyof typeof ownMakers)[]) {
    ids[kind] = await ownMakers[kind](browser);
  }
  const consent = (await myConsents(browser))[0]?.id ?? '';
  return { browser, customerId, ids: { ...ids, consent, user, session, customer: customerId } };
};

/** A PNG of one pixel. */
const pixel =
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';

/** One tenant with two customers, and a row of every kind in each. */
export const makeWorld = async (app: TestApp, system: Browser, name: string): Promise<World> => {
  const tenant = await makeTenant(app);
  const { admin: browser, host } = tenant;
  const parts: TenantParts = { app, host, system, admin: { browser, ...tenant.administrator } };
  const policy = await makeDocument(browser);
  const showing = (showPrivacyPolicy: boolean) =>
    updatePage(browser, tenant.selfRegistrationId, {
      showPrivacyPolicy,
      privacyPolicyId: policy.id,
      signUpFields: [
        ...['email', 'password'].map((key) => ({ key })),
        { key: 'colour', labels: [{ locale: 'en', text: 'Colour' }] },
      ],
    });
  const legalVersion = policy.currentVersion.id;
  const accepted = { consents: [{ versionId: legalVersion, locale: 'en' }] };
  await showing(true);
  const dashboard = await ownMakers.dashboard(browser);
  await updatePage(browser, tenant.selfRegistrationId, { defaultDashboardId: dashboard });
  await browser.data(
    `mutation ($input: SaveBrandingInput!) { saveBranding(input: $input) { userErrors { code } } }`,
    { input: { title: name, logo: pixel } },
  );
  const first = await makeRegistrant(app, host, `ada@${name}.example`, accepted);
  const second = await makeRegistrant(app, host, `bob@${name}.example`, accepted);
  await showing(false);
  await applyRoles(browser, tenant.selfRegistrationId);
  await browser.data(
    `mutation ($input: RequestEmailChangeInput!) {
       requestEmailChange(input: $input) { userErrors { code } }
     }`,
    { input: { email: `moved@${name}.example`, password: tenant.administrator.password } },
  );
  const ids: Partial<Record<IdKind, string>> = {};
  for (const kind of idKinds) {
    ids[kind] = kind === 'tenant' ? tenant.id : await makeFresh(parts, kind);
  }
  const shown = { customer: first.customerId, user: first.ids.user, device: first.ids.device };
  const pages = {
    selfRegistration: tenant.selfRegistrationId,
    legalDocument: policy.id,
    legalVersion,
  };
  return { parts, tenant, first, second, ids: { ...ids, ...shown, ...pages } as Ids };
};

/** Two tenants with two customers each and a row of every kind everywhere. */
export const makeTwoTenants = async (app: TestApp) => {
  const system = await becomeSystemAdministrator(app);
  return {
    system,
    acme: await makeWorld(app, system, 'acme'),
    globex: await makeWorld(app, system, 'globex'),
  };
};

export type TwoTenants = Awaited<ReturnType<typeof makeTwoTenants>>;
