import { beforeAll, expect, it } from 'vitest';
import { startTestApp, type TestApp } from '../harness/app.js';
import { addCustomer, addDomain, addUser, createSampleTenant, unique } from './people.js';

const points = 3;
const lockMinutes = 15;

let app: TestApp;
beforeAll(async () => {
  const lock = { points, seconds: lockMinutes * 60 };
  app = await startTestApp({
    limits: {
      signInPerAccountAndNetwork: lock,
      signInPerAccount: lock,
      lockMailPerAccount: { points: 1, seconds: 3600 },
    },
  });
});

/** What each of several wrong passwords is answered. */
const guess = async (host: string, email: string, times: number): Promise<unknown[]> => {
  const answers: unknown[] = [];
  for (let n = 0; n < times; n += 1) {
    const { data, errors } = await app
      .browser(host)
      .graphql(
        `mutation ($input: SignInInput!) { signIn(input: $input) { me { user { id } } userErrors { code message } } }`,
        { input: { email, password: 'not-the-password-at-all' } },
      );
    answers.push(errors[0]?.extensions.code ?? data);
  }
  return answers;
};

const logOf = async (by: Awaited<ReturnType<typeof createSampleTenant>>['administrator']) => {
  const { mailMessages } = await by.data<{
    mailMessages: { nodes: { template: string; recipient: string; state: string }[] };
  }>(`{ mailMessages(first: 50) { nodes { template recipient state } } }`);
  return mailMessages.nodes.filter(({ template }) => template === 'account-locked');
};

it('the owner of a locked account is told once, in their language, and whoever tries learns nothing', async () => {
  const { administrator } = await createSampleTenant(app);
  const host = await addDomain(administrator);
  const customerId = await addCustomer(administrator);
  const person = await addUser(app, administrator, host, { customerId });
  await person.browser.data(
    `mutation { updateProfile(input: { locale: "de" }) { userErrors { code } } }`,
  );
  const nobody = `${unique('nobody')}@people.example`;

  const [tried, made] = [await guess(host, person.email, 6), await guess(host, nobody, 6)];
  expect(tried).toEqual(made);
  expect(tried.slice(points)).toEqual(['RATE_LIMITED', 'RATE_LIMITED', 'RATE_LIMITED']);

  const mail = await app.mails.next(person.email);
  expect(mail.subject).toBe('Ihr Konto ist für eine Weile gesperrt');
  expect(mail.text).toContain(`${String(lockMinutes)} Minuten`);
  expect(mail.text).toContain(`http://${host}:${app.server.port}/forgot-password`);

  await expect
    .poll(() => logOf(administrator))
    .toEqual([
      { template: 'account-locked', recipient: nobody, state: 'SKIPPED' },
      { template: 'account-locked', recipient: person.email, state: 'SENT' },
    ]);

  // Unlocked and locked again within the hour: no second mail.
  await administrator.data(`mutation ($id: ID!) { unlockUser(id: $id) { userErrors { code } } }`, {
    id: person.id,
  });
  await guess(host, person.email, points);
  expect(await logOf(administrator)).toHaveLength(2);
});

it('fewer wrong passwords than lock an account send nothing', async () => {
  const { administrator } = await createSampleTenant(app);
  const host = await addDomain(administrator);
  const customerId = await addCustomer(administrator);
  const person = await addUser(app, administrator, host, { customerId });
  await guess(host, person.email, points - 1);
  expect(await logOf(administrator)).toEqual([]);
});

it('an administrator is told, too, wherever the tenant is', async () => {
  const { administratorEmail } = await createSampleTenant(app);
  await guess('localhost', administratorEmail, points);
  const mail = await app.mails.next(administratorEmail);
  expect(mail.subject).toBe('Your account is locked for a while');
});
