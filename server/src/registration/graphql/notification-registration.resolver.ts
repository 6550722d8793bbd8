import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { holds, viewerOf, type ViewerContext } from '../../access/index.js';
import { NotificationType } from '../../notifications/index.js';
import type { References } from './references.js';
import { RegistrationType } from './registration.type.js';

/** Tells of notices, which stand below this slice, which registration they are about. */
@Resolver(() => NotificationType)
export class NotificationRegistrationResolver {
  constructor(private readonly references: References) {}

  @FieldResolver(() => RegistrationType, {
    nullable: true,
    description: 'What it is about; null for summaries, and for who may not read registrations.',
  })
  async registration(
    @Ctx() context: ViewerContext,
    @Root() { registrationId }: NotificationType,
  ): Promise<RegistrationType | null> {
    if (!holds(viewerOf(context).principal, 'REGISTRATION', 'READ')) return null;
    return this.references.registration(context, registrationId);
  }
}
