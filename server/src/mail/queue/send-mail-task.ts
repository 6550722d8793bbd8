import { z } from 'zod';
import type { SendMail } from '../send-mail.js';

const sendMailPayload = z.object({ tenantId: z.uuid(), messageId: z.uuid() });

/** The job holds ids only; what it means is in the message log. */
export const createSendMailTask =
  (sendMail: SendMail) =>
  async (payload: unknown): Promise<void> => {
    const { tenantId, messageId } = sendMailPayload.parse(payload);
    await sendMail(tenantId, messageId);
  };
