import { Field, ObjectType, registerEnumType } from 'type-graphql';
import { UserError } from '../../platform/graphql/user-error.type.js';
import type { DomainErrorCode as Code } from '../domain.js';
import { DomainType } from './domain.type.js';

const DomainErrorCode: { readonly [C in Code]: C } = {
  REQUIRED: 'REQUIRED',
  INVALID_HOST: 'INVALID_HOST',
  HOST_NOT_ALLOWED: 'HOST_NOT_ALLOWED',
  HOST_UNAVAILABLE: 'HOST_UNAVAILABLE',
  PROOF_NEEDED: 'PROOF_NEEDED',
  NOT_FOUND: 'NOT_FOUND',
};

registerEnumType(DomainErrorCode, {
  name: 'DomainErrorCode',
  description: 'Why a domain was refused.',
  valuesConfig: {
    REQUIRED: { description: 'A value is missing.' },
    INVALID_HOST: { description: 'Not a host name.' },
    HOST_NOT_ALLOWED: {
      description: "An IP address, a public suffix, a localhost name or the console's host.",
    },
    HOST_UNAVAILABLE: { description: 'It can not be used here.' },
    PROOF_NEEDED: {
      description: 'Only a system administrator may add it without proof of ownership.',
    },
    NOT_FOUND: { description: 'What the field names does not exist.' },
  },
});

@ObjectType({ implements: UserError, description: 'A fault of a domain.' })
export class DomainUserError extends UserError {
  @Field(() => DomainErrorCode)
  code!: Code;
}

@ObjectType({ description: 'The domain, or what is wrong with the input.' })
export class DomainPayload {
  @Field(() => DomainType, { nullable: true })
  domain?: DomainType;

  @Field(() => [DomainUserError])
  userErrors!: readonly DomainUserError[];
}
