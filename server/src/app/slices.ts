import { createAccess, viewerOf, type ViewerContext } from '../access/index.js';
import { createApiKeys } from '../api-keys/index.js';
import { createAudit } from '../audit/index.js';
import { createBranding, createMailLooks } from '../branding/index.js';
import { createCaptcha, type FindOpenPage } from '../captcha/index.js';
import type { LimitName } from '../config/limits.js';
import { createCustomers } from '../customers/index.js';
import { createDashboards } from '../dashboards/index.js';
import { createDomains } from '../domains/index.js';
import { createIdentity, type IdentityContext, type PasswordHasher } from '../identity/index.js';
import { createInventory } from '../inventory/index.js';
import { createLegal } from '../legal/index.js';
import { createMail, createMailBudget, type EnvironmentMail } from '../mail/index.js';
import type { Clock } from '../platform/clock.js';
import type { Topics } from '../platform/graphql/topics.js';
import type { OutgoingRules } from '../platform/http/outgoing-address.js';
import { createPostOut } from '../platform/http/outgoing-http.js';
import type { RateLimits } from '../platform/limits/rate-limits.js';
import type { Log } from '../platform/log/log.js';
import type { Changes } from '../platform/postgres/changes.js';
import type { Database } from '../platform/postgres/database.js';
import { enqueueInPostgres } from '../platform/queue/postgres-enqueue.js';
import type { Seal } from '../platform/seal/seal.js';
import { createNotifications } from '../notifications/index.js';
import { createRecipients } from '../recipients/index.js';
import { createRegistration } from '../registration/index.js';
import { createRollouts } from '../rollouts/index.js';
import { createOwnAccount } from './own-account.js';

export interface SliceDeps {
  readonly database: Database;
  readonly changes: Changes;
  readonly clock: Clock;
  readonly log: Log;
  readonly seal: Seal;
  readonly hasher: PasswordHasher;
  readonly limits: RateLimits<LimitName>;
  /** The console's address as an origin. */
  readonly publicUrl: string;
  readonly smtp: EnvironmentMail & { readonly privateNetworks: boolean };
  readonly topics: Topics;
  /** Where webhooks may go. */
  readonly outgoing: OutgoingRules;
  readonly recaptcha: { readonly scriptUrl: string; readonly verifyUrl: string };
  /** Less proof of work than real, for tests that solve many challenges. */
  readonly altchaWork?: { readonly iterations: number; readonly maxTries: number };
}

/** Builds every slice from the ones below it, by hand. */
export const createSlices = (deps: SliceDeps) => {
  const { database, limits, altchaWork } = deps;
  // A slice asks one that is built after it through a function: nobody calls it before all are there.
  const audit = createAudit({
    ...deps,
    tenantOf: (context) => viewerOf(context as ViewerContext).principal.tenantId,
  });
  const { recordAudit } = audit;
  const access = createAccess({
    ...deps,
    recordAudit,
    furtherUsesOfRole: (tx, roleId) => registration.furtherUsesOfRole(tx, roleId),
    pagesOf: {
      role: (tx, id) => registration.hostsNaming.role(tx, id),
      group: (tx, id) => registration.hostsNaming.group(tx, id),
      entering: (tx, id) => registration.hostsNaming.entering(tx, id),
    },
    loadKeyPrincipal: (tx, keyId) => apiKeys.loadKeyPrincipal(tx, keyId),
  });
  const { ownership } = access;
  const domains = createDomains({ ...deps, recordAudit });
  const { findSite, baseAddressOf } = domains;
  const branding = createBranding({ ...deps, recordAudit, findSite, domains: domains.repository });
  const brandingOf = createMailLooks({ findSite, baseAddressOf, ...branding });
  const mail = createMail({
    ...deps,
    enqueue: enqueueInPostgres,
    recordAudit,
    brandingOf,
    previewBrandingOf: async (tx) => branding.mailPreviewLooks(tx, await identity.tenantName(tx)),
  });
  const captcha = createCaptcha({
    ...deps,
    rateLimits: limits,
    ...(altchaWork && { altchaWork }),
  });
  const identity = createIdentity({
    ...deps,
    mail,
    recordAudit,
    access,
    consentStateOf: (tx, userId) => legal.consentStateOf(tx, userId),
    findSite,
    baseAddressOf,
    domains,
  });
  const { isTenantActive } = identity;
  const apiKeys = createApiKeys({ ...deps, recordAudit, access, isTenantActive });
  const legal = createLegal({
    ...deps,
    recordAudit,
    enqueue: enqueueInPostgres,
    mail,
    mailBudget: createMailBudget(limits),
    domains: domains.repository,
    baseAddressOf,
    allTenantIds: identity.directory.allIds,
    hostShowing: (tx, documentId) => registration.hostShowing(tx, documentId),
  });
  const inventory = createInventory({ ...deps, recordAudit, ownership });
  const customers = createCustomers({
    ...{ ...deps, recordAudit, ownership },
    deleteUser: identity.users.delete,
  });
  const dashboards = createDashboards({
    ...deps,
    ...inventory,
    actOnUser: identity.actOnUser,
    auditUser: identity.auditUser,
    recordAudit,
    ownership,
    putIntoGroup: access.putIntoGroup,
    pagesOfDashboard: (tx, id) => registration.hostsNaming.dashboard(tx, id),
  });
  const recipients = createRecipients({
    ...deps,
    recordAudit,
    access,
    identity,
    loadCustomer: customers.loadCustomer,
    pagesOfRecipient: (tx, id) => registration.hostsNaming.recipient(tx, id),
  });
  const notifications = createNotifications({
    ...deps,
    enqueue: enqueueInPostgres,
    postOut: createPostOut(deps.outgoing),
    recordAudit,
    mail,
    identity,
    recipients,
    baseAddressOf,
  });
  const registration = createRegistration({
    ...deps,
    recordAudit,
    enqueue: enqueueInPostgres,
    mail,
    captcha,
    access,
    identity,
    legal,
    domains: domains.repository,
    findSite,
    baseAddressOf,
    createCustomer: customers.createCustomer,
    loadCustomer: customers.loadCustomer,
    recipients: recipients.repository,
    dashboards,
    notify: notifications.notify,
    pageLooks: branding.pageLooks,
  });
  const rollouts = createRollouts({
    ...deps,
    recordAudit,
    enqueue: enqueueInPostgres,
    access,
    identity,
    registration,
    loadCustomer: customers.loadCustomer,
  });
  const parts = { identity, inventory, dashboards, legal, customers, registration };
  const account = createOwnAccount({ ...deps, recordAudit, ...parts });

  const findCaptchaPage: FindOpenPage = async (context, domain) => {
    const site = await registration.siteOfCall(context as IdentityContext, domain);
    const open = await registration.openPages.ofHost(site.host);
    return open && { selfRegistrationId: open.page.id, settings: open.page.captcha };
  };
  return {
    database,
    hasher: deps.hasher,
    access,
    apiKeys,
    branding,
    captcha,
    customers,
    dashboards,
    domains,
    identity,
    inventory,
    legal,
    mail,
    notifications,
    recipients,
    registration,
    rollouts,
    resolvers: [
      ...audit.resolvers,
      ...access.resolvers,
      ...apiKeys.resolvers,
      ...domains.resolvers,
      ...branding.resolvers,
      ...captcha.createResolvers(findCaptchaPage),
      ...mail.resolvers,
      ...identity.resolvers,
      ...inventory.resolvers,
      ...customers.resolvers,
      ...dashboards.resolvers,
      ...legal.resolvers,
      ...recipients.resolvers,
      ...notifications.resolvers,
      ...registration.resolvers,
      ...rollouts.resolvers,
      ...account.resolvers,
    ],
  };
};

export type Slices = ReturnType<typeof createSlices>;
