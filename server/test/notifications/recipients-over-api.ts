import type { Browser } from '../harness/app.js';
import type { TestTenant } from '../harness/tenants.js';

export interface Fault {
  readonly field: string[];
  readonly code: string;
  readonly message: string;
}

const createMutation = `
  mutation ($input: CreateNotificationRecipientInput!) {
    createNotificationRecipient(input: $input) {
      notificationRecipient { id } userErrors { field code message }
    }
  }`;

/** @returns the new recipient's id, or the faults */
export const tryToCreate = async (
  admin: Browser,
  input: Record<string, unknown>,
): Promise<{ id: string | null; faults: Fault[] }> => {
  const { createNotificationRecipient: payload } = await admin.data<{
    createNotificationRecipient: {
      notificationRecipient: { id: string } | null;
      userErrors: Fault[];
    };
  }>(createMutation, { input });
  return { id: payload.notificationRecipient?.id ?? null, faults: payload.userErrors };
};

export const createRecipient = async (
  admin: Browser,
  input: Record<string, unknown>,
): Promise<string> => {
  const { id, faults } = await tryToCreate(admin, input);
  if (!id) throw new Error(`The recipient was refused: ${JSON.stringify(faults)}`);
  return id;
};

/** Saves who is told of a tenant's page. @returns codes of faults */
export const choose = async (
  { admin, selfRegistrationId: id }: TestTenant,
  input: { notificationRecipientId?: string | null; notifyNobody?: boolean },
): Promise<string[]> => {
  const { updateSelfRegistration } = await admin.data<{
    updateSelfRegistration: { userErrors: Fault[] };
  }>(
    `mutation ($id: ID!, $input: UpdateSelfRegistrationInput!) {
       updateSelfRegistration(id: $id, input: $input) { userErrors { field code message } }
     }`,
    { id, input },
  );
  return updateSelfRegistration.userErrors.map(({ code }) => code);
};

export interface Entry {
  readonly id: string;
  readonly event: string;
  readonly host: string;
  readonly personName: string | null;
  readonly personEmail: string | null;
  readonly registeredCount: number;
  readonly activatedCount: number;
  readonly skippedGrants: readonly string[];
  readonly readAt: string | null;
  readonly registration: { readonly id: string } | null;
}

/** The own inbox, newest first. */
export const inboxOf = async (browser: Browser, unreadOnly = false): Promise<Entry[]> => {
  const { notifications } = await browser.data<{ notifications: { nodes: Entry[] } }>(
    `query ($unreadOnly: Boolean!) { notifications(unreadOnly: $unreadOnly, first: 100) {
       nodes { id event host personName personEmail registeredCount activatedCount skippedGrants readAt registration { id } } } }`,
    { unreadOnly },
  );
  return notifications.nodes;
};

export interface DeliveryRow {
  readonly id: string;
  readonly channel: string;
  readonly target: string;
  readonly state: string;
  readonly attempts: number;
  readonly answer: string | null;
  readonly notification: { readonly event: string; readonly recipientName: string | null };
}

/** What left the house, newest first. */
export const deliveriesOf = async (
  admin: Browser,
  filter: Record<string, unknown> = {},
): Promise<DeliveryRow[]> => {
  const { notificationDeliveries } = await admin.data<{
    notificationDeliveries: { nodes: DeliveryRow[] };
  }>(
    `query ($filter: NotificationDeliveryFilterInput) { notificationDeliveries(filter: $filter, first: 100) {
       nodes { id channel target state attempts answer notification { event recipientName } } } }`,
    { filter },
  );
  return notificationDeliveries.nodes;
};

export interface TestOutcome {
  readonly channel: string;
  readonly target: string;
  readonly delivered: boolean;
  readonly answer: string;
}

export const sendTest = async (admin: Browser, recipientId: string): Promise<TestOutcome[]> => {
  const { sendTestNotice } = await admin.data<{ sendTestNotice: { results: TestOutcome[] } }>(
    `mutation ($recipientId: ID!) { sendTestNotice(recipientId: $recipientId) {
       results { channel target delivered answer } } }`,
    { recipientId },
  );
  return sendTestNotice.results;
};
