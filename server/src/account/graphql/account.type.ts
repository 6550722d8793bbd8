import { Field, InputType, ObjectType, registerEnumType } from 'type-graphql';
import { UserError } from '../../platform/graphql/user-error.type.js';
import type { DeleteAccountErrorCode as Code } from '../delete-account.js';
import type { DataFile } from '../export-data.js';

@ObjectType('MyData', { description: 'All that is kept of a person, as a file.' })
export class MyDataType implements DataFile {
  @Field(() => String, { description: 'What to save it as.' })
  fileName!: string;

  @Field(() => String, { description: '`application/json`.' })
  mediaType!: string;

  @Field(() => String, { description: 'The file itself, as JSON.' })
  content!: string;
}

@InputType({ description: 'Proof that it is the person who asks.' })
export class DeleteMyAccountInput {
  @Field(() => String, { description: 'The current password; never logged.' })
  password!: string;
}

const DeleteAccountErrorCode: { readonly [C in Code]: C } = {
  PASSWORD_WRONG: 'PASSWORD_WRONG',
  HAS_CUSTOMERS: 'HAS_CUSTOMERS',
};

registerEnumType(DeleteAccountErrorCode, {
  name: 'DeleteAccountErrorCode',
  description: 'Why an account was not deleted.',
  valuesConfig: {
    PASSWORD_WRONG: { description: 'Not the current password.' },
    HAS_CUSTOMERS: { description: 'Customers stand below the one that would go with it.' },
  },
});

@ObjectType({ implements: UserError, description: 'Why an account was not deleted.' })
export class DeleteAccountUserError extends UserError {
  @Field(() => DeleteAccountErrorCode)
  code!: Code;
}

@ObjectType({ description: 'Whether the account is gone, or what is wrong with the input.' })
export class DeleteMyAccountPayload {
  @Field(() => Boolean, { description: 'True when it is gone; the session ended with it.' })
  deleted!: boolean;

  @Field(() => [DeleteAccountUserError])
  userErrors!: readonly DeleteAccountUserError[];
}
