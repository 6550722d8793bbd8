import type { Place } from './schema-places.js';

/** What an id can be the id of. Groups count by what they hold. */
export const idKinds = [
  ...(['apiKey', 'asset', 'assetGroup', 'consent', 'customer', 'customerGroup'] as const),
  ...(['dashboard', 'dashboardGroup', 'device', 'deviceGroup', 'domain'] as const),
  ...(['inviteCode', 'legalDocument', 'legalVersion', 'mailMessage', 'termsOfUse'] as const),
  ...(['groupPermission', 'notification', 'notificationDelivery'] as const),
  ...(['notificationRecipient', 'registration', 'role', 'selfRegistration', 'session'] as const),
  ...(['tenant', 'user', 'userGroup'] as const),
] as const;
export type IdKind = (typeof idKinds)[number];

/** By the last step of the path, where the name says it all. */
const byName: Readonly<Record<string, IdKind>> = {
  actorId: 'user',
  basedOn: 'legalVersion',
  customerId: 'customer',
  dashboardId: 'dashboard',
  defaultDashboardId: 'dashboard',
  documentId: 'legalDocument',
  customerIds: 'customer',
  domainId: 'domain',
  entityGroupId: 'deviceGroup',
  entityId: 'device',
  entityIds: 'device',
  groupId: 'deviceGroup',
  groupIds: 'userGroup',
  ids: 'device',
  memberId: 'user',
  memberIds: 'asset',
  notificationRecipientId: 'notificationRecipient',
  ownerCustomerId: 'customer',
  parentId: 'customer',
  privacyPolicyId: 'legalDocument',
  recipientId: 'notificationRecipient',
  roleId: 'role',
  roleIds: 'role',
  selfRegistrationId: 'selfRegistration',
  targetCustomerGroupId: 'customerGroup',
  tenantId: 'tenant',
  termsOfUseId: 'termsOfUse',
  userGroupId: 'userGroup',
  userGroupIds: 'userGroup',
  userId: 'user',
  versionId: 'legalVersion',
  userIds: 'user',
};

/** By the operation, for a plain `id`: what is left of its name without the verb. */
const byOperation: Readonly<Record<string, IdKind>> = {
  changeOwner: 'customer',
  createInvitationLink: 'user',
  customerContents: 'customer',
  disableUser: 'user',
  enableUser: 'user',
  endMySession: 'session',
  endUserSessions: 'user',
  entityGroup: 'deviceGroup',
  markNotificationRead: 'notification',
  retryNotificationDelivery: 'notificationDelivery',
  deleteEntityGroup: 'deviceGroup',
  resendInvitation: 'user',
  revokeInviteCode: 'inviteCode',
  revokePermission: 'groupPermission',
  sendPasswordReset: 'user',
  signInAs: 'user',
  restoreSelfRegistrationVersion: 'selfRegistration',
  signUpPagePreview: 'selfRegistration',
  unlockUser: 'user',
  updateEntityGroup: 'deviceGroup',
  withdrawConsent: 'consent',
};

const verbs = /^(copy|delete|export|resend|resume|suspend|update)/;

const exceptions: Readonly<Record<string, IdKind>> = {
  'approveRegistrations ids': 'registration',
  'assets filter.groupId': 'assetGroup',
  'assets filter.ids': 'asset',
  'dashboards filter.groupId': 'dashboardGroup',
  'importDashboard input.groupId': 'dashboardGroup',
  'rejectRegistrations ids': 'registration',
};

/** @throws for a new operation that nobody has said this of */
export const idKindOf = ({ operation, path }: Place): IdKind => {
  const last = path.at(-1) ?? '';
  const exception = exceptions[`${operation.name} ${path.join('.')}`];
  const rest = operation.name.replace(verbs, '');
  const own = `${rest.slice(0, 1).toLowerCase()}${rest.slice(1)}`;
  const found =
    exception ??
    (last === 'id'
      ? (byOperation[operation.name] ?? idKinds.find((k) => k === own))
      : byName[last]);
  if (found) return found;
  throw new Error(
    `What is ${operation.name}(${path.join('.')}) the id of? Say so in id-kinds.ts, so that ids of others are tried there.`,
  );
};
