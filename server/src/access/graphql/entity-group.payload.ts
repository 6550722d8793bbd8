import { Field, ObjectType, registerEnumType } from 'type-graphql';
import { UserError } from '../../platform/graphql/user-error.type.js';
import type { EntityGroupErrorCode as Code } from '../entity-group.js';
import { EntityGroupType } from './entity-group.type.js';

const EntityGroupErrorCode: { readonly [C in Code]: C } = {
  REQUIRED: 'REQUIRED',
  TOO_LONG: 'TOO_LONG',
  INVALID_TEXT: 'INVALID_TEXT',
  NAME_TAKEN: 'NAME_TAKEN',
  ALL_GROUP: 'ALL_GROUP',
  GRANT_EXCEEDS_OWN: 'GRANT_EXCEEDS_OWN',
  NOT_FOUND: 'NOT_FOUND',
  NOT_ALLOWED: 'NOT_ALLOWED',
};

registerEnumType(EntityGroupErrorCode, {
  name: 'EntityGroupErrorCode',
  description: 'Why a change of a group was refused.',
  valuesConfig: {
    REQUIRED: { description: 'A value is missing.' },
    TOO_LONG: { description: 'The text is too long, or the list.' },
    INVALID_TEXT: { description: 'The text has characters that can not be shown.' },
    NAME_TAKEN: { description: 'The owner has a group of this name and type, or it is reserved.' },
    ALL_GROUP: { description: 'The group holds whatever its owner owns and can not be changed.' },
    GRANT_EXCEEDS_OWN: { description: 'Somebody would get more than the viewer has.' },
    NOT_FOUND: { description: 'What the field names does not exist.' },
    NOT_ALLOWED: {
      description: 'The group can not hold this, or the viewer would lose permissions.',
    },
  },
});

@ObjectType({ implements: UserError, description: 'A fault of a change of a group.' })
export class EntityGroupUserError extends UserError {
  @Field(() => EntityGroupErrorCode)
  code!: Code;
}

@ObjectType({ description: 'The group, or what is wrong with the input.' })
export class EntityGroupPayload {
  @Field(() => EntityGroupType, { nullable: true })
  entityGroup?: EntityGroupType;

  @Field(() => [EntityGroupUserError])
  userErrors!: readonly EntityGroupUserError[];
}
