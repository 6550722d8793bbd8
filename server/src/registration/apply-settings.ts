import type { CustomerGroupEntry, RoleAssignments } from '../access/index.js';
import type { Captcha } from '../captcha/index.js';
import type { DomainRepository } from '../domains/index.js';
import type { Dashboards } from '../dashboards/index.js';
import type { Legal } from '../legal/index.js';
import type { RecipientRepository } from '../recipients/index.js';
import { createChooseAudience } from './choose-audience.js';
import { createChooseCaptcha } from './choose-captcha.js';
import { createChooseCustomerGroup } from './choose-customer-group.js';
import { createChooseDomain } from './choose-domain.js';
import { chooseEntry } from './choose-entry.js';
import { createChooseLanding } from './choose-landing.js';
import { createChooseRoles } from './choose-roles.js';
import { chooseSignUpFields } from './choose-sign-up-fields.js';
import { chooseTexts } from './choose-texts.js';
import { createChooseDocuments } from './legal-choice.js';
import { parseSettings, type SelfRegistration } from './self-registration.js';
import type { SelfRegistrationFaults, SettingsPart, WantedChange } from './settings-part.js';

interface Deps {
  readonly domains: DomainRepository;
  readonly captcha: Captcha;
  readonly recipients: Pick<RecipientRepository, 'find'>;
  readonly legal: Pick<Legal, 'documents'>;
  readonly roleAssignments: RoleAssignments;
  readonly customerGroupEntry: CustomerGroupEntry;
  readonly dashboards: Pick<Dashboards, 'repository'>;
}

/** Every setting is checked by one of these; a new group of settings is a line here. */
const settingsParts = (deps: Deps): readonly SettingsPart[] => [
  createChooseDomain(deps.domains),
  createChooseCaptcha(deps.captcha),
  createChooseAudience(deps.recipients),
  async ({ input }) => parseSettings(input),
  chooseTexts,
  createChooseDocuments(deps.legal),
  chooseSignUpFields,
  chooseEntry,
  createChooseCustomerGroup(deps.customerGroupEntry),
  createChooseRoles(deps.roleAssignments),
  createChooseLanding(deps.dashboards),
];

export interface AppliedSettings {
  /** With everything in it that is right. */
  readonly page: SelfRegistration;
  readonly faults: SelfRegistrationFaults;
}

/** Puts the input on top of a page and tells all that is wrong with it at once. Writes nothing. */
export const createApplySettings = (deps: Deps) => {
  const parts = settingsParts(deps);
  return async (change: WantedChange): Promise<AppliedSettings> => {
    const faults: SelfRegistrationFaults[number][] = [];
    let page = change.page;
    for (const part of parts) {
      const chosen = await part(change);
      if (chosen.ok) page = { ...page, ...chosen.value };
      else faults.push(...chosen.failure);
    }
    return { page, faults };
  };
};

export type ApplySettings = ReturnType<typeof createApplySettings>;
