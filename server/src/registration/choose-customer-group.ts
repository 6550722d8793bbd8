import type { CustomerGroupEntry } from '../access/index.js';
import { failWith, inputFault } from '../platform/input-fault.js';
import { ok } from '../platform/result.js';
import type { SettingsPart } from './settings-part.js';

/** Where the customers of registrants go. */
export const createChooseCustomerGroup =
  (entry: Pick<CustomerGroupEntry, 'check'>): SettingsPart =>
  async ({ tx, viewer, page, input }) => {
    const wanted = input.targetCustomerGroupId;
    if (wanted === null) return ok({ targetCustomerGroupId: null });
    // Whoever saves a page that is on sends customers into its group, chosen now or before.
    const isOn = input.enabled ?? page.enabled;
    const checked = wanted ?? (isOn ? page.targetCustomerGroupId : null);
    if (checked === null) return ok({});
    const group = await entry.check(tx, viewer, checked);
    if (group.ok) return ok({ targetCustomerGroupId: group.value.id });
    const { code, message } = group.failure;
    return failWith(inputFault('targetCustomerGroupId', code, message));
  };
