import { Field, ID, InputType } from 'type-graphql';
import type { RegistrationState } from '../registration.js';
import { RegistrationStateType } from './registration.type.js';

@InputType('RegistrationFilter', { description: 'All that are given must hold.' })
export class RegistrationFilterInput {
  @Field(() => RegistrationStateType, {
    nullable: true,
    description: 'Registrations in this state.',
  })
  state?: RegistrationState | null;

  @Field(() => String, { nullable: true, description: 'Part of the address or name.' })
  search?: string | null;

  @Field(() => ID, { nullable: true, description: 'Submitted on this page.' })
  selfRegistrationId?: string | null;
}

@InputType({ description: 'What the people are told who are rejected.' })
export class RejectRegistrationsInput {
  @Field(() => String, { description: 'Stands in the mail. 1 to 500 code points, in one line.' })
  reason!: string;
}
