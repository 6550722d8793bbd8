import { Field, ObjectType, registerEnumType } from 'type-graphql';
import { UserError } from '../../platform/graphql/user-error.type.js';
import type { ApiKeyErrorCode as Code } from '../api-key.js';
import { ApiKeyType } from './api-key.type.js';

const ApiKeyErrorCode: { readonly [C in Code]: C } = {
  REQUIRED: 'REQUIRED',
  TOO_LONG: 'TOO_LONG',
  INVALID_TEXT: 'INVALID_TEXT',
  OPERATION_NOT_ALLOWED: 'OPERATION_NOT_ALLOWED',
  NO_PERMISSION: 'NO_PERMISSION',
  OUT_OF_RANGE: 'OUT_OF_RANGE',
  NAME_TAKEN: 'NAME_TAKEN',
  GRANT_EXCEEDS_OWN: 'GRANT_EXCEEDS_OWN',
  TOO_MANY: 'TOO_MANY',
};

registerEnumType(ApiKeyErrorCode, {
  name: 'ApiKeyErrorCode',
  description: 'Why an API key was refused.',
  valuesConfig: {
    REQUIRED: { description: 'A value is missing.' },
    TOO_LONG: { description: 'A text has too many characters.' },
    INVALID_TEXT: { description: 'A text has characters that can not be shown.' },
    OPERATION_NOT_ALLOWED: { description: 'The resource has no such operation.' },
    NO_PERMISSION: { description: 'The key would open nothing.' },
    OUT_OF_RANGE: { description: 'A number is too small or too large.' },
    NAME_TAKEN: { description: 'Another key has this name.' },
    GRANT_EXCEEDS_OWN: { description: 'The key would hold more than its maker.' },
    TOO_MANY: { description: 'The tenant has as many keys as it may have.' },
  },
});

@ObjectType({ implements: UserError, description: 'A fault of an API key.' })
export class ApiKeyUserError extends UserError {
  @Field(() => ApiKeyErrorCode)
  code!: Code;
}

@ObjectType({ description: 'The new key, or what is wrong with the input.' })
export class CreateApiKeyPayload {
  @Field(() => ApiKeyType, { nullable: true })
  apiKey?: ApiKeyType | null;

  @Field(() => String, {
    nullable: true,
    description: 'The key itself. It is shown this once and stored nowhere.',
  })
  token?: string | null;

  @Field(() => [ApiKeyUserError])
  userErrors!: readonly ApiKeyUserError[];
}
