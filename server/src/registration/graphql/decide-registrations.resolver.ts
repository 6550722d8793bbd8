import { Arg, Ctx, Field, ID, Mutation, ObjectType, Resolver } from 'type-graphql';
import { viewerOf, type ViewerContext } from '../../access/index.js';
import { Allow } from '../../platform/graphql/allow.js';
import type { DecideRegistrations } from '../decide-registrations.js';
import { RejectRegistrationsInput } from './registration.input.js';
import { RegistrationType, RegistrationUserError } from './registration.type.js';

@ObjectType({ description: 'As far as it went: what is wrong with one stops none of the others.' })
class DecideRegistrationsPayload {
  @Field(() => [RegistrationType], { description: 'All that were named, as they are now.' })
  registrations!: readonly RegistrationType[];

  @Field(() => [RegistrationUserError])
  userErrors!: readonly RegistrationUserError[];
}

const idsArgument = { description: '1 to 100; each is decided by itself.' } as const;

@Resolver()
export class DecideRegistrationsResolver {
  constructor(private readonly decide: DecideRegistrations) {}

  @Allow.permission('REGISTRATION', 'WRITE')
  @Mutation(() => DecideRegistrationsPayload, {
    description: 'Makes the accounts of people who wait, and tells them by mail.',
  })
  approveRegistrations(
    @Ctx() context: ViewerContext,
    @Arg('ids', () => [ID], idsArgument) ids: string[],
  ): Promise<DecideRegistrationsPayload> {
    return this.decide.approve(viewerOf(context), ids);
  }

  @Allow.permission('REGISTRATION', 'WRITE')
  @Mutation(() => DecideRegistrationsPayload, {
    description: 'Ends registrations of people who wait, and tells them by mail why.',
  })
  rejectRegistrations(
    @Ctx() context: ViewerContext,
    @Arg('ids', () => [ID], idsArgument) ids: string[],
    @Arg('input', () => RejectRegistrationsInput) input: RejectRegistrationsInput,
  ): Promise<DecideRegistrationsPayload> {
    return this.decide.reject(viewerOf(context), ids, input.reason);
  }
}
