import type { DomainRepository } from '../domains/index.js';
import { isId } from '../platform/ids.js';
import { failWith, inputFault } from '../platform/input-fault.js';
import { ok } from '../platform/result.js';
import type { SettingsPart } from './settings-part.js';

/** The page's address, and whether it is on. */
export const createChooseDomain =
  (domains: Pick<DomainRepository, 'find'>): SettingsPart =>
  async ({ tx, page, input }) => {
    const wanted = input.domainId ?? page.domainId;
    const domain = isId(wanted) ? await domains.find(tx, wanted) : null;
    if (!domain)
      return failWith(inputFault('domainId', 'NOT_FOUND', 'Choose one of your domains.'));
    return ok({ domainId: domain.id, host: domain.host, enabled: input.enabled ?? page.enabled });
  };
