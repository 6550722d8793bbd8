import { Field, ID, InputType, ObjectType, registerEnumType } from 'type-graphql';
import { UserError } from '../../platform/graphql/user-error.type.js';
import type { ChangeOwnerErrorCode as Code } from '../change-owner.js';
import type { EntityType } from '../entity-group.js';
import { EntityTypeEnum } from './entity-group.type.js';
import { EntityReferenceType } from './entity-reference.type.js';

@InputType({ description: 'Gives an entity to another owner.' })
export class ChangeOwnerInput {
  @Field(() => EntityTypeEnum, { description: 'What `id` is the id of.' })
  type!: EntityType;

  @Field(() => ID, { description: 'One needs CHANGE_OWNER on it, and over the new owner.' })
  id!: string;

  @Field(() => ID, {
    nullable: true,
    description: "The new owner; absent or null: the viewer's own customer, or the tenant.",
  })
  ownerCustomerId?: string | null;
}

const ErrorCode: { readonly [C in Code]: C } = {
  NOT_FOUND: 'NOT_FOUND',
  NAME_TAKEN: 'NAME_TAKEN',
  OWNER_BELOW: 'OWNER_BELOW',
  AUTHORITY_DIFFERS: 'AUTHORITY_DIFFERS',
  GRANT_EXCEEDS_OWN: 'GRANT_EXCEEDS_OWN',
};
registerEnumType(ErrorCode, {
  name: 'ChangeOwnerErrorCode',
  description: 'Why the owner was not changed.',
  valuesConfig: {
    NOT_FOUND: { description: 'There is no such customer in reach of the viewer.' },
    NAME_TAKEN: { description: 'The new owner has one of this name, or a user of this address.' },
    OWNER_BELOW: { description: 'A customer would own itself, directly or by way of others.' },
    AUTHORITY_DIFFERS: {
      description: 'People of the tenant and people of customers never become each other.',
    },
    GRANT_EXCEEDS_OWN: { description: 'Somebody would get more than the viewer has.' },
  },
});

@ObjectType({ implements: UserError, description: 'Why the owner was not changed.' })
export class ChangeOwnerUserError extends UserError {
  @Field(() => ErrorCode)
  code!: Code;
}

@ObjectType({ description: 'The entity with its new owner, or what is wrong with the input.' })
export class ChangeOwnerPayload {
  @Field(() => EntityReferenceType, { nullable: true })
  entity?: EntityReferenceType;

  @Field(() => [ChangeOwnerUserError])
  userErrors!: readonly ChangeOwnerUserError[];
}
