import { z } from 'zod';
import type { TellOfVersion } from '../tell-of-version.js';

const payloadOf = z.object({
  tenantId: z.uuid(),
  versionId: z.uuid(),
  afterId: z.uuid().optional(),
  onlyId: z.uuid().optional(),
});

export const createTellOfVersionTask =
  (tell: (job: TellOfVersion) => Promise<void>) =>
  (payload: unknown): Promise<void> =>
    tell(payloadOf.parse(payload));
