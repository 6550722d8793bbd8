import {
  requireOnTenant,
  type AssignmentFault,
  type RoleAssignment,
  type RoleAssignments,
  type Viewer,
} from '../access/index.js';
import type { Captcha, CaptchaSettingsInput } from '../captcha/index.js';
import type { DomainRepository } from '../domains/index.js';
import type { Legal } from '../legal/index.js';
import type { Clock } from '../platform/clock.js';
import { isId, newId } from '../platform/ids.js';
import { inputFault, type InputFault, type InputFaults } from '../platform/input-fault.js';
import { fail, ok, type Result } from '../platform/result.js';
import type { Tx } from '../platform/transaction.js';
import { chooseDocuments, type LegalChoiceInput } from './legal-choice.js';
import { parseSignUpFields, type FieldSettingInput } from './parse-sign-up-fields.js';
import {
  parseSettings,
  type GroupRoleAssignment,
  type PlainSettings,
  type SelfRegistration,
  type SelfRegistrationErrorCode,
} from './self-registration.js';
import { parseWelcome, type WelcomeInput } from './welcome-text.js';

/** Absent keeps, null clears. */
export interface SelfRegistrationInput extends PlainSettings, LegalChoiceInput, WelcomeInput {
  readonly domainId?: string;
  readonly enabled?: boolean;
  readonly captcha?: CaptchaSettingsInput;
  readonly signUpFields?: readonly FieldSettingInput[];
  readonly targetCustomerGroupId?: string | null;
  readonly assignments?: readonly RoleAssignment[];
  /** The one that the viewer saw; a save in between is told, not overwritten. */
  readonly revision?: number;
}

type Faults = InputFaults<SelfRegistrationErrorCode>;

export interface ApplyInputDeps {
  readonly clock: Clock;
  readonly domains: DomainRepository;
  readonly captcha: Captcha;
  readonly roleAssignments: RoleAssignments;
  readonly legal: Pick<Legal, 'documents'>;
}

const toFault = ({ index, field, code, message }: AssignmentFault) =>
  inputFault<SelfRegistrationErrorCode>(`groupRoleAssignments.${index}.${field}`, code, message);

/** What of a saved row still exists. */
const toRoleAssignment = ({
  roleId,
  entityGroupId,
  entityGroupName,
}: GroupRoleAssignment): RoleAssignment[] =>
  roleId === null || (entityGroupName !== null && entityGroupId === null)
    ? []
    : [{ roleId, entityGroupId }];

/** Puts an input on top of a page; all faults at once, nothing is written. */
export const createApplyInput = (deps: ApplyInputDeps) => {
  const resolveAssignments = async (
    tx: Tx,
    viewer: Viewer,
    assignments: readonly RoleAssignment[],
  ): Promise<Result<GroupRoleAssignment[], Faults>> => {
    const resolved = await deps.roleAssignments.check(tx, viewer, assignments);
    if (!resolved.ok) return fail(resolved.failure.map(toFault));
    return ok(
      resolved.value.map(({ role, entityGroup }) => ({
        id: newId(),
        roleId: role.id,
        roleName: role.name,
        entityGroupId: entityGroup?.id ?? null,
        entityGroupName: entityGroup?.name ?? null,
        groupType: entityGroup?.type ?? null,
      })),
    );
  };

  return async (
    tx: Tx,
    viewer: Viewer,
    page: SelfRegistration,
    input: SelfRegistrationInput,
  ): Promise<Result<SelfRegistration, Faults>> => {
    const faults: InputFault<SelfRegistrationErrorCode>[] = [];
    const collect = <T>(outcome: Result<T, Faults>): T | undefined => {
      if (outcome.ok) return outcome.value;
      faults.push(...outcome.failure);
      return undefined;
    };
    const domain = isId(input.domainId ?? page.domainId)
      ? await deps.domains.find(tx, input.domainId ?? page.domainId)
      : null;
    if (!domain) faults.push(inputFault('domainId', 'NOT_FOUND', 'Choose one of your domains.'));
    const owner = { tenantId: tx.tenantId, selfRegistrationId: page.id };
    const saved = page.revision === 0 ? null : page.captcha;
    const captcha =
      input.captcha && collect(deps.captcha.validateSettings(input.captcha, owner, saved));
    const settings = collect(parseSettings(input));
    const locale = settings?.locale ?? page.locale;
    const welcomeTexts = collect(parseWelcome(page.welcomeTexts, input, locale));
    const fields = input.signUpFields && collect(parseSignUpFields(input.signUpFields, locale));
    const isNew = (id: string | null | undefined): boolean =>
      id != null && id !== page.privacyPolicyId && id !== page.termsOfUseId;
    if (isNew(input.privacyPolicyId) || isNew(input.termsOfUseId)) {
      requireOnTenant(viewer, 'LEGAL_DOCUMENT', 'READ');
    }
    const texts = await chooseDocuments(tx, deps.legal, page, input);
    faults.push(...texts.faults);
    // Whoever saves a page that is on promises its roles, also those that were saved before; a
    // page that is off promises nothing, and whoever may change it may switch it off.
    const isOn = input.enabled ?? page.enabled;
    const kept = isOn ? page.assignments.flatMap(toRoleAssignment) : [];
    const promised = input.assignments ?? kept;
    const assignments = collect(await resolveAssignments(tx, viewer, promised));
    if (!domain || faults.length > 0) return fail(faults);
    return ok({
      ...page,
      ...settings,
      ...texts.choice,
      welcomeTexts: welcomeTexts ?? page.welcomeTexts,
      fields: fields ?? page.fields,
      domainId: domain.id,
      host: domain.host,
      enabled: input.enabled ?? page.enabled,
      captcha: captcha ?? page.captcha,
      assignments: input.assignments && assignments ? assignments : page.assignments,
      revision: page.revision + 1,
      updatedAt: deps.clock.now(),
    });
  };
};
