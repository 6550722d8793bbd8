import type {
  CreateSelfRegistrationInput,
  SelfRegistrationFieldsFragment,
} from '../generated/graphql';
import type { PickerOption } from '../ui/picker-option';
import type { Faults } from './faults';

export const AUDIENCES = ['ADMINISTRATORS', 'RECIPIENT', 'NOBODY'] as const;
/** Who is told of registrations and activations. */
export type Audience = (typeof AUDIENCES)[number];

export interface AudienceForm {
  audience: Audience;
  /** Only with the audience RECIPIENT. */
  recipient: PickerOption | null;
}

export function newAudienceForm(): AudienceForm {
  return { audience: 'ADMINISTRATORS', recipient: null };
}

type SavedAudience = Pick<SelfRegistrationFieldsFragment, 'notifyNobody' | 'notificationRecipient'>;

function audienceOf({ notifyNobody, notificationRecipient }: SavedAudience): Audience {
  if (notifyNobody) return 'NOBODY';
  return notificationRecipient ? 'RECIPIENT' : 'ADMINISTRATORS';
}

export function toAudienceForm(saved: SavedAudience): AudienceForm {
  const { notificationRecipient: recipient } = saved;
  return {
    audience: audienceOf(saved),
    recipient: recipient && { id: recipient.id, label: recipient.name },
  };
}

export function toAudienceInput({
  audience,
  recipient,
}: AudienceForm): Pick<CreateSelfRegistrationInput, 'notifyNobody' | 'notificationRecipientId'> {
  return {
    notifyNobody: audience === 'NOBODY',
    notificationRecipientId: audience === 'RECIPIENT' ? (recipient?.id ?? null) : null,
  };
}

export function findAudienceFaults({ audience, recipient }: AudienceForm): Faults {
  if (audience !== 'RECIPIENT' || recipient) return {};
  return { notificationRecipientId: 'recipientMissing' };
}
