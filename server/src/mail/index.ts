import type { RecordAudit } from '../audit/index.js';
import type { LimitName } from '../config/limits.js';
import { addMs, type Clock } from '../platform/clock.js';
import { createPostOut } from '../platform/http/outgoing-http.js';
import type { RateLimits } from '../platform/limits/rate-limits.js';
import type { Log } from '../platform/log/log.js';
import type { Changes } from '../platform/postgres/changes.js';
import type { Database } from '../platform/postgres/database.js';
import type { Enqueue } from '../platform/queue/enqueue.js';
import type { Seal } from '../platform/seal/seal.js';
import type { Tx } from '../platform/transaction.js';
import { createConnectMailAccount } from './connect-mail-account.js';
import type { EnvironmentMail } from './environment-mail-server.js';
import { MailMessageResolver } from './graphql/mail-message.resolver.js';
import {
  MailOauth2Resolver,
  MailServerResolver,
  MailSettingsResolver,
} from './graphql/mail-settings.resolver.js';
import { MailTemplateResolver } from './graphql/mail-template.resolver.js';
import { createTokenClient } from './http/token-client.js';
import type { MailBrandingOf, PreviewBrandingOf } from './mail-branding.js';
import { createMailBudget } from './mail-budget.js';
import { createMailComposers } from './mail-composer.js';
import { needlessKeptMs } from './mail-message.js';
import { createMailServers } from './mail-servers.js';
import { createManageMailMessages } from './manage-mail-messages.js';
import { createManageMailSettings } from './manage-mail-settings.js';
import { createManageMailTemplates } from './manage-mail-templates.js';
import { createOauthTokens } from './oauth-tokens.js';
import { mailGrantRows } from './postgres/mail-grant-rows.js';
import { createCountMails, mailMessageRows } from './postgres/mail-message-rows.js';
import { mailTemplateRows } from './postgres/mail-template-rows.js';
import {
  createFindSystemTenant,
  mailSettingsRows,
  onMailSettingsChange,
} from './postgres/mail-settings-rows.js';
import { createSendMailTask } from './queue/send-mail-task.js';
import { createQueueMail, createQueueTry, createResendMail, sendMailTask } from './queue-mail.js';
import { createRenderFor } from './render-for.js';
import { createSendMail } from './send-mail.js';
import { createSendNow } from './send-now.js';
import { createSendTestMail } from './send-test-mail.js';
import { createDeliverBySmtp } from './smtp/deliver-by-smtp.js';
import { templateCatalog } from './templates/template-catalog.js';

export type { EnvironmentMail } from './environment-mail-server.js';
export { MailMessageType, toMailMessageType } from './graphql/mail-message.type.js';
export { createMailBudget, type MailBudget } from './mail-budget.js';
export type { MailComposer } from './mail-composer.js';
export type { MailContent } from './mail-template.js';
export { toMailName } from './mail-name.js';
export type { MailMessage } from './mail-message.js';
export type { NewMail, QueueMail } from './queue-mail.js';
export { nextTry } from './retry-schedule.js';

interface Deps {
  readonly database: Database;
  readonly changes: Changes;
  readonly enqueue: Enqueue;
  readonly clock: Clock;
  readonly log: Log;
  readonly seal: Seal;
  readonly limits: RateLimits<LimitName>;
  readonly recordAudit: RecordAudit;
  /** The console's address as an origin. */
  readonly publicUrl: string;
  readonly brandingOf: MailBrandingOf;
  readonly previewBrandingOf: PreviewBrandingOf;
  /** What counts where no settings do, and whether tenants may name private networks. */
  readonly smtp: EnvironmentMail & { readonly privateNetworks: boolean };
}

/** Mail to people: logged and queued in the caller's transaction, sent by the queue's worker. */
export const createMail = (deps: Deps) => {
  const { database, clock, limits } = deps;
  const { privateNetworks } = deps.smtp;
  const { transact } = database;
  const repository = mailMessageRows;
  const systemTenantId = createFindSystemTenant(database);
  const postOut = createPostOut({ allowLoopback: false });
  const trustedPostOut = createPostOut({ allowLoopback: true });
  const askForTokens = createTokenClient(async (tenantId) =>
    privateNetworks || tenantId === (await systemTenantId()) ? trustedPostOut : postOut,
  );
  const stores = { settings: mailSettingsRows, grants: mailGrantRows };
  const parts = { ...deps, ...stores, transact, askForTokens, privateNetworks };
  const tokens = createOauthTokens(parts);
  const servers = createMailServers({
    ...parts,
    ...tokens,
    repository: mailSettingsRows,
    environment: deps.smtp,
    systemTenantId,
    onChange: onMailSettingsChange(deps.changes),
  });
  const texts = { ...parts, templates: mailTemplateRows, catalog: templateCatalog, systemTenantId };
  const render = createRenderFor(texts);
  const deliver = createDeliverBySmtp();
  const composers = createMailComposers();
  const consoleHost = new URL(deps.publicUrl).host;
  composers.register('test-mail', {
    prepare: async () => ({ send: { variables: { host: consoleHost }, secrets: {} } }),
  });
  const queueTry = createQueueTry(deps.enqueue);
  const queueMail = createQueueMail({ repository, queueTry, clock });
  const resend = createResendMail({ repository, queueTry, queueMail, clock });
  const budget = createMailBudget(limits);
  const sending = { ...parts, repository, composers, render, serverOf: servers.of, deliver };
  const sendTestMail = createSendTestMail({
    ...sending,
    messages: repository,
    budget,
    takeTest: (tenantId) => limits.take([['testMailPerTenant', tenantId]]),
    consoleHost,
  });
  return {
    queueMail,
    sendNow: createSendNow({ transact: database.transact, repository, queueMail }),
    resend,
    /** At start, by the slice that owns the template's facts. */
    compose: composers.register,
    messagesOf: repository.ofRegistrations,
    /** For a regular job, once per tenant; says how many rows went. */
    purgeNeedless: (tx: Tx, now: Date): Promise<number> =>
      repository.deleteNeedless(tx, addMs(now, -needlessKeptMs)),
    counts: createCountMails(database),
    tasks: { [sendMailTask]: createSendMailTask(createSendMail({ ...sending, queueTry })) },
    resolvers: [
      new MailServerResolver(
        createManageMailSettings({ ...parts, messages: repository, servers }),
        createConnectMailAccount({
          ...parts,
          tokens,
          redirectUrl: `${deps.publicUrl}/settings/mail-server/connected`,
        }),
        sendTestMail,
      ),
      new MailMessageResolver(
        createManageMailMessages({ ...parts, messages: repository, resendMail: resend, budget }),
      ),
      new MailTemplateResolver(createManageMailTemplates(texts)),
      new MailSettingsResolver(),
      new MailOauth2Resolver(),
    ],
  };
};

export type Mail = ReturnType<typeof createMail>;
