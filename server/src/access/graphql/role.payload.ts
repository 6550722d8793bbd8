import { Field, ObjectType, registerEnumType } from 'type-graphql';
import { UserError } from '../../platform/graphql/user-error.type.js';
import type { RoleErrorCode as Code } from '../role.js';
import { RoleType } from './role.type.js';

const RoleErrorCode: { readonly [C in Code]: C } = {
  REQUIRED: 'REQUIRED',
  TOO_LONG: 'TOO_LONG',
  INVALID_TEXT: 'INVALID_TEXT',
  NAME_TAKEN: 'NAME_TAKEN',
  NO_PERMISSION: 'NO_PERMISSION',
  OPERATION_NOT_ALLOWED: 'OPERATION_NOT_ALLOWED',
  TYPE_MISMATCH: 'TYPE_MISMATCH',
  DEFAULT_ROLE: 'DEFAULT_ROLE',
  GRANT_EXCEEDS_OWN: 'GRANT_EXCEEDS_OWN',
  NOT_ALLOWED: 'NOT_ALLOWED',
  NOT_FOUND: 'NOT_FOUND',
};

registerEnumType(RoleErrorCode, {
  name: 'RoleErrorCode',
  description: 'Why a role was refused.',
  valuesConfig: {
    REQUIRED: { description: 'A value is missing.' },
    TOO_LONG: { description: 'The text is too long.' },
    INVALID_TEXT: { description: 'The text has characters that can not be shown.' },
    NAME_TAKEN: { description: 'The owner has a role of this name.' },
    NO_PERMISSION: { description: 'Nothing is left that the role would give.' },
    OPERATION_NOT_ALLOWED: { description: 'The operation does not exist there.' },
    TYPE_MISMATCH: { description: 'These permissions need a role of the other type.' },
    DEFAULT_ROLE: { description: 'Default roles can be copied, not changed.' },
    GRANT_EXCEEDS_OWN: {
      description: 'The role is in use and would give more than the viewer has.',
    },
    NOT_ALLOWED: { description: 'The viewer would lose permissions of their own.' },
    NOT_FOUND: { description: 'What the field names does not exist.' },
  },
});

@ObjectType({ implements: UserError, description: 'A fault of a role.' })
export class RoleUserError extends UserError {
  @Field(() => RoleErrorCode)
  code!: Code;
}

@ObjectType({ description: 'The role, or what is wrong with the input.' })
export class RolePayload {
  @Field(() => RoleType, { nullable: true })
  role?: RoleType;

  @Field(() => [RoleUserError])
  userErrors!: readonly RoleUserError[];
}
