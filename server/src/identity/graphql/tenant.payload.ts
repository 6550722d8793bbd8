import { Field, InputType, Int, ObjectType, registerEnumType } from 'type-graphql';
import { UserError } from '../../platform/graphql/user-error.type.js';
import type { TenantErrorCode as Code } from '../tenant-fault.js';
import { TenantType } from './tenant.type.js';

const TenantErrorCode: { readonly [C in Code]: C } = {
  REQUIRED: 'REQUIRED',
  TOO_LONG: 'TOO_LONG',
  INVALID_TEXT: 'INVALID_TEXT',
  INVALID_EMAIL: 'INVALID_EMAIL',
  NAME_TAKEN: 'NAME_TAKEN',
  EMAIL_UNAVAILABLE: 'EMAIL_UNAVAILABLE',
  WRONG_STATE: 'WRONG_STATE',
};

registerEnumType(TenantErrorCode, {
  name: 'TenantErrorCode',
  description: 'Why something could not be done with a tenant.',
  valuesConfig: {
    NAME_TAKEN: { description: 'Another tenant has this name.' },
    EMAIL_UNAVAILABLE: { description: 'The tenant has a user of this address already.' },
    WRONG_STATE: { description: 'The tenant is not in a state for this.' },
  },
});

@InputType({ description: 'A tenant with its first administrator.' })
export class CreateTenantInput {
  @Field(() => String, { description: 'At most 255 characters; unique on the platform.' })
  name!: string;

  @Field(() => String, { description: 'Invited by mail; the link is good for 7 days.' })
  administratorEmail!: string;
}

@InputType({ description: 'Absent keeps.' })
export class UpdateTenantInput {
  @Field(() => String, { nullable: true, description: 'At most 255 characters.' })
  name?: string | null;
}

@ObjectType({ implements: UserError, description: 'A fault of an action on a tenant.' })
export class TenantUserError extends UserError {
  @Field(() => TenantErrorCode)
  code!: Code;
}

@ObjectType({ description: 'The tenant, or what is wrong.' })
export class TenantPayload {
  @Field(() => TenantType, { nullable: true })
  tenant?: TenantType;

  @Field(() => [TenantUserError])
  userErrors!: readonly TenantUserError[];
}

@ObjectType({ description: 'The same whether or not the address is in use elsewhere.' })
export class InviteTenantAdministratorPayload {
  @Field(() => Boolean, { description: 'True unless there are faults.' })
  invited!: boolean;

  @Field(() => [TenantUserError])
  userErrors!: readonly TenantUserError[];
}

@ObjectType({ description: 'A page of tenants, by name.' })
export class TenantList {
  @Field(() => [TenantType])
  items!: readonly TenantType[];

  @Field(() => Int)
  totalCount!: number;
}
