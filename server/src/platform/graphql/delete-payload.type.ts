import { Field, ID, ObjectType, registerEnumType } from 'type-graphql';
import { UserError } from './user-error.type.js';

export type DeleteErrorCode = 'IN_USE' | 'NOT_ALLOWED' | 'CONFIRMATION_DIFFERS';

const DeleteErrorCode: { readonly [C in DeleteErrorCode]: C } = {
  IN_USE: 'IN_USE',
  NOT_ALLOWED: 'NOT_ALLOWED',
  CONFIRMATION_DIFFERS: 'CONFIRMATION_DIFFERS',
};

registerEnumType(DeleteErrorCode, {
  name: 'DeleteErrorCode',
  description: 'Why something could not be deleted.',
  valuesConfig: {
    IN_USE: { description: 'Something still uses it; the message says where.' },
    NOT_ALLOWED: { description: 'It can never be deleted, such as a default role.' },
    CONFIRMATION_DIFFERS: { description: 'The typed name is not the one asked for.' },
  },
});

@ObjectType({ implements: UserError, description: 'Why something could not be deleted.' })
export class DeleteUserError extends UserError {
  @Field(() => DeleteErrorCode)
  code!: DeleteErrorCode;
}

@ObjectType({ description: 'The outcome of a deletion.' })
export class DeletePayload {
  @Field(() => ID, { nullable: true, description: 'What is gone; null when it stayed.' })
  deletedId?: string;

  @Field(() => [DeleteUserError])
  userErrors!: readonly DeleteUserError[];
}
