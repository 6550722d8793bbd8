import { randomBytes } from 'node:crypto';
import { vi } from 'vitest';
import type { Browser, TestApp } from '../harness/app.js';
import {
  createRecipient,
  deliveriesOf,
  inboxOf,
  sendTest,
} from '../notifications/recipients-over-api.js';
import { noCaptcha, register } from '../registration/sign-up.js';

const word = (): string => randomBytes(6).toString('hex');

/** A notice in the own inbox. */
export const makeNotification = async (by: Browser): Promise<string> => {
  const { me } = await by.data<{ me: { user: { id: string } } }>('{ me { user { id } } }');
  const input = { name: word(), type: 'USERS', userIds: [me.user.id], byEmail: false };
  await sendTest(by, await createRecipient(by, input));
  return (await inboxOf(by))[0]?.id ?? '';
};

/** A recipient that a page of its own tells, with a delivery to it. */
export const makeDelivery = async (app: TestApp, by: Browser) => {
  const emails = [`${word()}@example.com`];
  const recipient = await createRecipient(by, { name: word(), type: 'EMAILS', emails });
  const host = `n${word()}.localhost`;
  const { createDomain } = await by.data<{ createDomain: { domain: { id: string } } }>(
    'mutation ($input: CreateDomainInput!) { createDomain(input: $input) { domain { id } } }',
    { input: { host } },
  );
  const page = { domainId: createDomain.domain.id, enabled: true, ...noCaptcha };
  await by.data(
    `mutation ($input: CreateSelfRegistrationInput!) {
       createSelfRegistration(input: $input) { userErrors { code } } }`,
    { input: { ...page, notificationRecipientId: recipient } },
  );
  await register(app.browser(host), { email: `${word()}@example.com` });
  const delivery = await vi.waitFor(
    async () => {
      const [made] = await deliveriesOf(by, { recipientId: recipient });
      if (!made) throw new Error('The recipient was not told.');
      return made.id;
    },
    { timeout: 15_000, interval: 100 },
  );
  return { recipient, delivery };
};
