import type { SelfRegistrationVersionsQuery } from '../../generated/graphql';
import type { PickerOption } from '../../ui/picker-option';
import type { SelfRegistrationForm } from '../self-registration-form';

type Ids = Pick<
  SelfRegistrationVersionsQuery['selfRegistrationVersions']['items'][number]['selfRegistration'],
  | 'targetCustomerGroupId'
  | 'privacyPolicyId'
  | 'termsOfUseId'
  | 'defaultDashboardId'
  | 'notificationRecipientId'
>;

/** A version keeps the ids of what it chose; what is gone since is said to be, not left out. */
export function withDeleted(
  form: SelfRegistrationForm,
  ids: Ids,
  deletedName: (id: string) => string,
): SelfRegistrationForm {
  const chosen = (found: PickerOption | null, id: string | null | undefined) =>
    found ?? (id ? { id, label: deletedName(id) } : null);
  const recipient = chosen(form.notices.recipient, ids.notificationRecipientId);
  return {
    ...form,
    customerGroup: chosen(form.customerGroup, ids.targetCustomerGroupId),
    privacyPolicy: chosen(form.privacyPolicy, ids.privacyPolicyId),
    termsOfUse: chosen(form.termsOfUse, ids.termsOfUseId),
    landing: { ...form.landing, dashboard: chosen(form.landing.dashboard, ids.defaultDashboardId) },
    notices: recipient ? { audience: 'RECIPIENT', recipient } : form.notices,
  };
}
