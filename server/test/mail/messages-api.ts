import type { Browser } from '../harness/app.js';

export interface SeenMessage {
  readonly id: string;
  readonly template: string;
  readonly recipient: string;
  readonly state: string;
  readonly attempts: number;
  readonly lastError: string | null;
  readonly registrationId: string | null;
}

interface SeenMessages {
  readonly nodes: readonly SeenMessage[];
  readonly totalCount: number;
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
}

const fields = 'id template recipient state attempts lastError registrationId';

export const mailMessages = async (
  by: Browser,
  filter: Record<string, unknown> = {},
  page: { first?: number; after?: string | null } = {},
): Promise<SeenMessages> =>
  (
    await by.data<{ mailMessages: SeenMessages }>(
      `query ($filter: MailMessageFilter, $first: Int!, $after: String) {
         mailMessages(filter: $filter, first: $first, after: $after) {
           nodes { ${fields} } totalCount pageInfo { hasNextPage endCursor }
         }
       }`,
      { filter, first: 20, ...page },
    )
  ).mailMessages;

/** The message that is sent now, or the codes of what stands in the way. */
export const resendMessage = async (by: Browser, id: string): Promise<SeenMessage | string> => {
  const { resendMailMessage: payload } = await by.data<{
    resendMailMessage: {
      mailMessage: SeenMessage | null;
      userErrors: readonly { code: string }[];
    };
  }>(
    `mutation ($id: ID!) {
       resendMailMessage(id: $id) { mailMessage { ${fields} } userErrors { code } }
     }`,
    { id },
  );
  return payload.mailMessage ?? payload.userErrors.map(({ code }) => code).join(' ');
};
