import { Field, ObjectType, registerEnumType } from 'type-graphql';
import { UserError } from '../../platform/graphql/user-error.type.js';
import type { CustomerErrorCode as Code } from '../customer.js';
import { CustomerType } from './customer.type.js';

const CustomerErrorCode: { readonly [C in Code]: C } = {
  REQUIRED: 'REQUIRED',
  TOO_LONG: 'TOO_LONG',
  INVALID_TEXT: 'INVALID_TEXT',
  INVALID_EMAIL: 'INVALID_EMAIL',
  INVALID_CHOICE: 'INVALID_CHOICE',
  NOT_ALLOWED: 'NOT_ALLOWED',
  NOT_FOUND: 'NOT_FOUND',
};

registerEnumType(CustomerErrorCode, {
  name: 'CustomerErrorCode',
  description: 'Why a customer was refused.',
  valuesConfig: {
    REQUIRED: { description: 'A value is missing.' },
    TOO_LONG: { description: 'More characters than the field takes.' },
    INVALID_TEXT: { description: 'Line breaks or characters that can not be shown.' },
    INVALID_EMAIL: { description: 'Not one e-mail address.' },
    INVALID_CHOICE: { description: 'No country of this code.' },
    NOT_ALLOWED: { description: 'Too many levels of customers below each other.' },
    NOT_FOUND: {
      description: 'What the field names does not exist, or the viewer may not see it.',
    },
  },
});

@ObjectType({ implements: UserError, description: 'A fault of a customer.' })
export class CustomerUserError extends UserError {
  @Field(() => CustomerErrorCode)
  code!: Code;
}

@ObjectType({ description: 'The customer, or what is wrong with the input.' })
export class CustomerPayload {
  @Field(() => CustomerType, { nullable: true })
  customer?: CustomerType;

  @Field(() => [CustomerUserError])
  userErrors!: readonly CustomerUserError[];
}
