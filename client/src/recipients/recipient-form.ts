import type {
  CreateNotificationRecipientInput,
  NotificationRecipientType,
  RecipientFieldsFragment,
  RecipientPreviewInput,
} from '../generated/graphql';
import type { PickerOption } from '../ui/picker-option';

export const RECIPIENT_TYPES: readonly NotificationRecipientType[] = [
  'TENANT_ADMINISTRATORS',
  'USERS',
  'CUSTOMER_USERS',
  'USER_GROUPS',
  'ROLES',
  'ALL_USERS',
  'EMAILS',
  'SLACK',
  'TEAMS',
  'WEBHOOK',
];

/** Names the list of a type that picks things. */
const LISTS = {
  USERS: 'userIds',
  CUSTOMER_USERS: 'customerIds',
  USER_GROUPS: 'userGroupIds',
  ROLES: 'roleIds',
} as const;

type PickingType = keyof typeof LISTS;

export interface RecipientForm {
  name: string;
  type: NotificationRecipientType;
  /** What the type picks: users, customers, groups or roles. */
  picked: PickerOption[];
  /** One address a line. */
  emails: string;
  /** What was typed; the saved one never comes back from the API. */
  url: string;
  signingSecret: string;
  byEmail: boolean;
  locale: string;
}

export const isPicking = (type: NotificationRecipientType): type is PickingType => type in LISTS;

/** The field of the input that holds what the type picks. */
export const listOf = (type: PickingType) => LISTS[type];

export const isWebhook = (type: NotificationRecipientType): boolean =>
  type === 'SLACK' || type === 'TEAMS' || type === 'WEBHOOK';

/** Whether the type stands for people with an account. */
export const isPeople = (type: NotificationRecipientType): boolean =>
  type !== 'EMAILS' && !isWebhook(type);

/** Whether words are sent to somebody whose language nobody knows. */
export const needsLocale = (type: NotificationRecipientType): boolean =>
  type === 'EMAILS' || type === 'SLACK' || type === 'TEAMS';

export const newRecipientForm = (locale: string): RecipientForm => ({
  name: '',
  type: 'TENANT_ADMINISTRATORS',
  picked: [],
  emails: '',
  url: '',
  signingSecret: '',
  byEmail: true,
  locale,
});

export const toRecipientForm = (saved: RecipientFieldsFragment): RecipientForm => ({
  name: saved.name,
  type: saved.type,
  picked: [
    ...saved.users.map(({ id, name }) => ({ id, label: name })),
    ...saved.customers.map(({ id, title }) => ({ id, label: title })),
    ...saved.userGroups.map(({ id, name }) => ({ id, label: name })),
    ...saved.roles.map(({ id, name }) => ({ id, label: name })),
  ],
  emails: saved.emails.join('\n'),
  url: '',
  signingSecret: '',
  byEmail: saved.byEmail,
  locale: saved.locale,
});

const addressesIn = (text: string): string[] =>
  text
    .split(/[\s,;]+/)
    .map((part) => part.trim())
    .filter(Boolean);

const idsOf = ({ type, picked }: RecipientForm) =>
  isPicking(type) ? { [LISTS[type]]: picked.map(({ id }) => id) } : {};

/** The input of a new recipient; an update leaves the type out. */
export function toRecipientInput(form: RecipientForm): CreateNotificationRecipientInput {
  const url = form.url.trim();
  const signingSecret = form.signingSecret.trim();
  return {
    name: form.name.trim(),
    type: form.type,
    ...idsOf(form),
    ...(form.type === 'EMAILS' ? { emails: addressesIn(form.emails) } : {}),
    ...(url ? { url } : {}),
    ...(signingSecret ? { signingSecret } : {}),
    ...(isPeople(form.type) ? { byEmail: form.byEmail } : {}),
    ...(needsLocale(form.type) ? { locale: form.locale } : {}),
  };
}

/** What the preview asks; undefined while there is nobody to show. */
export function toPreviewInput(form: RecipientForm): RecipientPreviewInput | undefined {
  if (!isPeople(form.type)) return undefined;
  if (isPicking(form.type) && form.picked.length === 0) return undefined;
  return { type: form.type, ...idsOf(form) };
}

/** Why it can't be saved yet: the end of the key `recipients.fault.…`. */
export function findRecipientFault(form: RecipientForm, urlSet: boolean): string | undefined {
  if (!form.name.trim()) return 'name';
  if (isPicking(form.type) && form.picked.length === 0) return 'pick';
  if (form.type === 'EMAILS' && addressesIn(form.emails).length === 0) return 'emails';
  if (isWebhook(form.type) && !urlSet && !form.url.trim()) return 'url';
  return undefined;
}
