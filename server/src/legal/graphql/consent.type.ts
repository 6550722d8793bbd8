import { GraphQLDateTime } from 'graphql-scalars';
import { Field, ID, InputType, Int, ObjectType, registerEnumType } from 'type-graphql';
import { connectionOf } from '../../platform/graphql/page-info.type.js';
import { UserError } from '../../platform/graphql/user-error.type.js';
import type { Consent } from '../consent.js';
import type { ConsentFormat } from '../format-consents.js';
import type { LegalDocumentKind } from '../legal-document.js';
import type { ConsentFile } from '../read-consents.js';
import { LegalDocumentKindType } from './legal-document.type.js';

@ObjectType('Consent', { description: 'The record that a person accepted a version.' })
export class ConsentType implements Consent {
  @Field(() => ID)
  id!: string;

  @Field(() => ID, { nullable: true, description: 'Who; null once the account is deleted.' })
  userId!: string | null;

  @Field(() => String, { description: 'The address that they had.' })
  email!: string;

  @Field(() => ID, { description: 'Of which document.' })
  documentId!: string;

  @Field(() => String, { description: "The document's name." })
  documentName!: string;

  @Field(() => LegalDocumentKindType, { description: 'What the document is.' })
  kind!: LegalDocumentKind;

  @Field(() => ID, { description: 'Which version.' })
  versionId!: string;

  @Field(() => Int, { description: 'Number of the version.' })
  versionNumber!: number;

  @Field(() => String, { description: 'Language of the text that was shown.' })
  locale!: Consent['locale'];

  @Field(() => String, { description: 'Of the text that was shown, in hexadecimal digits.' })
  sha256!: string;

  @Field(() => String, { description: 'Wording of the box that was ticked.' })
  label!: string;

  @Field(() => GraphQLDateTime, { description: 'When the box was sent.' })
  acceptedAt!: Date;

  @Field(() => String, { nullable: true, description: 'Address of the network, for 90 days.' })
  ip!: string | null;

  @Field(() => String, { nullable: true, description: 'Browser or program, as it calls itself.' })
  userAgent!: string | null;

  @Field(() => GraphQLDateTime, { nullable: true, description: 'When it was taken back.' })
  withdrawnAt!: Date | null;
}

export const ConsentConnection = connectionOf('Consent', () => ConsentType);

@InputType('ConsentFilter', { description: 'All that are given must hold.' })
export class ConsentFilterInput {
  @Field(() => ID, { nullable: true, description: 'Of this person.' })
  userId?: string | null;

  @Field(() => ID, { nullable: true, description: 'Of this document.' })
  documentId?: string | null;

  @Field(() => String, { nullable: true, description: 'Part of the address.' })
  search?: string | null;
}

export const ConsentFormatType: { readonly [F in ConsentFormat]: F } = { CSV: 'CSV', JSON: 'JSON' };
registerEnumType(ConsentFormatType, {
  name: 'ConsentFormat',
  description: 'Form of an export.',
  valuesConfig: {
    CSV: { description: 'For spreadsheets; no value can be a formula.' },
    JSON: { description: 'For programs.' },
  },
});

@ObjectType('ConsentExport', { description: 'Consents as a file, newest first.' })
export class ConsentExportType implements Omit<ConsentFile, 'lastId'> {
  @Field(() => String, { description: 'A name to save it under.' })
  fileName!: string;

  @Field(() => String, { description: 'Media type of the content.' })
  mediaType!: string;

  @Field(() => String, { description: 'The file, in UTF-8.' })
  content!: string;

  @Field(() => Boolean, { description: 'Whether there are more than the 10,000 of this file.' })
  hasMore!: boolean;

  @Field(() => String, { nullable: true, description: 'Pass it as `after` for the next file.' })
  endCursor!: string | null;
}

@ObjectType('OpenConsentText', { description: 'What to read and what to tick, in one language.' })
class OpenConsentTextType {
  @Field(() => String, { description: 'Send it back with the consent.' })
  locale!: string;

  @Field(() => String, { description: 'Wording of the box; the consent records it.' })
  label!: string;

  @Field(() => String, { description: 'Sanitised.' })
  html!: string;
}

@ObjectType('OpenConsent', { description: 'A version that the viewer is asked to accept.' })
export class OpenConsentType {
  @Field(() => LegalDocumentKindType, { description: 'What the document is.' })
  kind!: LegalDocumentKind;

  @Field(() => ID, { description: 'Send it back with the consent.' })
  versionId!: string;

  @Field(() => Int, { description: 'Number of the version.' })
  number!: number;

  @Field(() => GraphQLDateTime, { description: 'From then on nothing else goes without it.' })
  requiredFrom!: Date;

  @Field(() => [OpenConsentTextType], { description: 'One a language.' })
  texts!: readonly OpenConsentTextType[];
}

const ConsentErrorCode: { readonly CONSENT_OUTDATED: 'CONSENT_OUTDATED' } = {
  CONSENT_OUTDATED: 'CONSENT_OUTDATED',
};
registerEnumType(ConsentErrorCode, {
  name: 'ConsentErrorCode',
  description: 'Why no consent was taken.',
  valuesConfig: {
    CONSENT_OUTDATED: { description: 'Not the current version of what is asked.' },
  },
});

@ObjectType({ implements: UserError })
class ConsentUserError extends UserError {
  @Field(() => ConsentErrorCode)
  code!: 'CONSENT_OUTDATED';
}

@ObjectType()
export class AcceptPayload {
  @Field(() => Boolean, { description: 'False when there are faults.' })
  accepted!: boolean;

  @Field(() => [ConsentUserError])
  userErrors!: readonly ConsentUserError[];
}

@ObjectType()
export class WithdrawConsentPayload {
  @Field(() => ID, { description: 'What was taken back; others of its document went with it.' })
  withdrawnId!: string;

  @Field(() => [ConsentUserError])
  userErrors!: readonly ConsentUserError[];
}
