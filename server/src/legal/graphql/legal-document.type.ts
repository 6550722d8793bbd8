import { GraphQLDateTime } from 'graphql-scalars';
import { Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql';
import type {
  LegalDocument,
  LegalDocumentKind,
  LegalText,
  LegalVersion,
} from '../legal-document.js';
import type { ShownDocument } from '../shown-documents.js';

export const LegalDocumentKindType: { readonly [K in LegalDocumentKind]: K } = {
  PRIVACY_POLICY: 'PRIVACY_POLICY',
  TERMS_OF_USE: 'TERMS_OF_USE',
};
registerEnumType(LegalDocumentKindType, {
  name: 'LegalDocumentKind',
  description: 'What a legal document is.',
  valuesConfig: {
    PRIVACY_POLICY: { description: 'What becomes of personal data.' },
    TERMS_OF_USE: { description: 'What both sides agree to.' },
  },
});

@ObjectType('LegalText', { description: 'One language of a version.' })
export class LegalTextType implements LegalText {
  @Field(() => String, { description: '`en` or `de`.' })
  locale!: LegalText['locale'];

  @Field(() => String, {
    description: 'Sanitised: text, headings, lists and links; no script, style or image.',
  })
  html!: string;

  @Field(() => String, { description: "Of the HTML's UTF-8 bytes, in hexadecimal digits." })
  sha256!: string;
}

@ObjectType('LegalVersion', { description: 'What was published at once; it never changes.' })
export class LegalVersionType implements LegalVersion {
  @Field(() => ID)
  id!: string;

  documentId!: string;

  @Field(() => Int, { description: 'From 1; the highest is the current one.' })
  number!: number;

  @Field(() => [LegalTextType], { description: 'One text a language, at least one.' })
  texts!: readonly LegalTextType[];

  @Field(() => GraphQLDateTime, {
    nullable: true,
    description:
      'From then on existing users can not go on without accepting it; null: nobody is asked.',
  })
  requiredFrom!: Date | null;

  @Field(() => GraphQLDateTime, { description: 'When it was published.' })
  publishedAt!: Date;

  @Field(() => String, { description: 'Name of the administrator who published it.' })
  publishedBy!: string;
}

@ObjectType('LegalDocument', { description: 'A privacy policy or terms of use, in versions.' })
export class LegalDocumentType implements LegalDocument {
  @Field(() => ID)
  id!: string;

  @Field(() => LegalDocumentKindType, { description: 'What it is; fixed.' })
  kind!: LegalDocumentKind;

  @Field(() => String, { description: 'For administrators; unique for each kind.' })
  name!: string;

  @Field(() => GraphQLDateTime)
  createdAt!: Date;

  @Field(() => LegalVersionType, { description: 'What is shown now.' })
  currentVersion!: LegalVersionType;
}

@ObjectType({ description: 'A page of legal documents, by kind and name.' })
export class LegalDocumentList {
  @Field(() => [LegalDocumentType])
  items!: readonly LegalDocumentType[];

  @Field(() => Int)
  totalCount!: number;
}

@ObjectType({ description: 'A page of versions, newest first.' })
export class LegalVersionList {
  @Field(() => [LegalVersionType])
  items!: readonly LegalVersionType[];

  @Field(() => Int)
  totalCount!: number;
}

@ObjectType('SignUpLegalText', { description: 'The box to tick, in one language of the text.' })
class SignUpLegalTextType {
  @Field(() => String, { description: 'Language of the text: send it back with the consent.' })
  locale!: LegalText['locale'];

  @Field(() => String, { description: 'Wording of the box; the consent records it.' })
  label!: string;
}

@ObjectType('SignUpLegalDocument', {
  description: 'A document that a registrant has to accept, in its current version.',
})
export class SignUpLegalDocumentType implements ShownDocument {
  @Field(() => LegalDocumentKindType, { description: 'What it is.' })
  kind!: LegalDocumentKind;

  @Field(() => ID, { description: 'The current version: send it back with the consent.' })
  versionId!: string;

  @Field(() => Int, { description: 'Number of the version.' })
  number!: number;

  @Field(() => String, { description: 'Path of the lasting page of this version.' })
  path!: string;

  @Field(() => [SignUpLegalTextType], {
    description: 'One box; in the language of the page, or else the first of these.',
  })
  texts!: readonly SignUpLegalTextType[];
}
