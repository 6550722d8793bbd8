import type { Browser } from '../harness/app.js';
import type { MailTrap } from '../harness/mail-trap.js';
import type { ServerProcess } from './server-process.js';
import { noCaptcha } from './sign-up.js';
import type { StoredRows } from './stored-rows.js';

const password = 'a lantern over nine bridges';

/** From an empty installation to a sign-up page, by its own API. */
export const setUp = async (
  { browser, setupSecret }: ServerProcess,
  mails: MailTrap,
  host: string,
): Promise<{ admin: Browser; selfRegistrationId: string }> => {
  const become = (by: Browser, mutation: string, type: string, input: object) =>
    by.data(
      `mutation ($input: ${type}!) { ${mutation}(input: $input) { me { user { id } } userErrors { code } } }`,
      { input },
    );
  const system = browser();
  const root = { secret: setupSecret, email: 'root@system.example', password };
  await become(system, 'createFirstAdministrator', 'CreateFirstAdministratorInput', root);
  const administratorEmail = 'admin@acme.example';
  await system.data(
    `mutation ($input: CreateTenantInput!) { createTenant(input: $input) { userErrors { code } } }`,
    { input: { name: 'Acme', administratorEmail } },
  );
  const { text = '' } = await mails.next(administratorEmail);
  const admin = browser();
  const secret = /#(\S+)/.exec(text)?.[1];
  await become(admin, 'resetPassword', 'ResetPasswordInput', { secret, password });
  const { createDomain } = await admin.data<{ createDomain: { domain: { id: string } } }>(
    `mutation ($input: CreateDomainInput!) { createDomain(input: $input) { domain { id } } }`,
    { input: { host } },
  );
  const { createSelfRegistration } = await admin.data<{
    createSelfRegistration: { selfRegistration: { id: string } };
  }>(
    `mutation ($input: CreateSelfRegistrationInput!) {
       createSelfRegistration(input: $input) { selfRegistration { id } userErrors { code } }
     }`,
    {
      input: { domainId: createDomain.domain.id, enabled: true, notifyNobody: true, ...noCaptcha },
    },
  );
  return { admin, selfRegistrationId: createSelfRegistration.selfRegistration.id };
};

/** As if the killed process had been silent for so long; others wait half a minute for it. */
export const letPass = async (stored: StoredRows, seconds: number): Promise<void> => {
  await stored.select(
    'update worker_heartbeats set seen_at = seen_at - make_interval(secs => $1)',
    [seconds],
  );
  await stored.select(
    'update graphile_worker._private_jobs set locked_at = locked_at - make_interval(secs => $1)',
    [seconds],
  );
};
