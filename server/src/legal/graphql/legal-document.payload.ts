import { Field, ObjectType, registerEnumType } from 'type-graphql';
import { UserError } from '../../platform/graphql/user-error.type.js';
import type { LegalDocumentErrorCode as Code } from '../manage-legal-documents.js';
import { LegalDocumentType } from './legal-document.type.js';

const LegalDocumentErrorCode: { readonly [C in Code]: C } = {
  REQUIRED: 'REQUIRED',
  TOO_LONG: 'TOO_LONG',
  INVALID_TEXT: 'INVALID_TEXT',
  UNKNOWN_LOCALE: 'UNKNOWN_LOCALE',
  DUPLICATE: 'DUPLICATE',
  NAME_TAKEN: 'NAME_TAKEN',
  UNCHANGED: 'UNCHANGED',
  VERSION_OUTDATED: 'VERSION_OUTDATED',
  OUT_OF_RANGE: 'OUT_OF_RANGE',
};
registerEnumType(LegalDocumentErrorCode, {
  name: 'LegalDocumentErrorCode',
  description: 'Why a legal text was not saved.',
  valuesConfig: {
    UNKNOWN_LOCALE: { description: 'Not a language of the product.' },
    DUPLICATE: { description: 'Two texts of one language.' },
    NAME_TAKEN: { description: 'Another document of the kind has the name.' },
    UNCHANGED: { description: 'It reads like the current version.' },
    VERSION_OUTDATED: { description: 'Somebody else published a version meanwhile.' },
    OUT_OF_RANGE: { description: 'Outside the range that the field names.' },
  },
});

@ObjectType({ implements: UserError })
class LegalDocumentUserError extends UserError {
  @Field(() => LegalDocumentErrorCode)
  code!: Code;
}

@ObjectType()
export class LegalDocumentPayload {
  @Field(() => LegalDocumentType, { nullable: true })
  legalDocument?: LegalDocumentType;

  @Field(() => [LegalDocumentUserError])
  userErrors!: readonly LegalDocumentUserError[];
}
