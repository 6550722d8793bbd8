import type { Browser, TestApp } from '../harness/app.js';
import type { TestTenant } from '../harness/tenants.js';
import { registrationsOf } from './administrator.js';
import { activation, activationMail, register, type UserError } from './sign-up.js';

/** Ids of an address's registrations, newest first. */
export const idsOf = async (admin: Browser, email: string): Promise<string[]> =>
  (await registrationsOf(admin, email)).map(({ id }) => id);

interface Decided {
  readonly registrations: readonly { readonly id: string; readonly state: string }[];
  readonly userErrors: readonly UserError[];
}

const payload = '{ registrations { id state } userErrors { field code } }';

export const approve = async (by: Browser, ids: readonly string[]): Promise<Decided> =>
  (
    await by.data<{ approveRegistrations: Decided }>(
      `mutation ($ids: [ID!]!) { approveRegistrations(ids: $ids) ${payload} }`,
      { ids },
    )
  ).approveRegistrations;

export const reject = async (
  by: Browser,
  ids: readonly string[],
  reason = 'We only take partners.',
): Promise<Decided> =>
  (
    await by.data<{ rejectRegistrations: Decided }>(
      `mutation ($ids: [ID!]!, $input: RejectRegistrationsInput!) {
         rejectRegistrations(ids: $ids, input: $input) ${payload}
       }`,
      { ids, input: { reason } },
    )
  ).rejectRegistrations;

/** Signs up and confirms the address on a page without captcha that asks for approval. */
export const confirmOn = async (
  app: Pick<TestApp, 'mails' | 'browser'>,
  { host, admin }: Pick<TestTenant, 'host' | 'admin'>,
  email: string,
) => {
  const browser = app.browser(host);
  await register(browser, { email, firstName: 'Grace', lastName: 'Hopper' });
  const { secret, code } = await activationMail(app, email);
  const outcome = await activation(browser, { secret });
  if (outcome !== 'waiting') throw new Error(`${email} does not wait: ${outcome}`);
  // The mail that says so is read here, so that the next one is that of the decision.
  await app.mails.next(email);
  const [id = ''] = await idsOf(admin, email);
  return { browser, secret, code, id, email };
};
