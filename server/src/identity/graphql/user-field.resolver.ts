import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import {
  EntityGroupType,
  OperationType,
  RoleType,
  type Operation,
  type ViewerContext,
} from '../../access/index.js';
import { visibleState, type VisibleUserState } from '../user-directory.js';
import type { UserLoaders } from './user-loaders.js';
import { UserStateType, UserType } from './user.type.js';

/** Fields that need a look-up; in lists they are there already and nothing waits for them. */
@Resolver(() => UserType)
export class UserFieldResolver {
  constructor(private readonly loaders: UserLoaders) {}

  @FieldResolver(() => UserStateType, { description: 'Whether they can sign in.' })
  state(
    @Ctx() context: ViewerContext,
    @Root() user: UserType,
  ): VisibleUserState | Promise<VisibleUserState> {
    if (user.state !== 'ACTIVE') return user.state;
    if (user.details) return visibleState(user.state, user.details);
    return this.loaders
      .details(context, user)
      .then(({ state, details }) => visibleState(state, details));
  }

  @FieldResolver(() => [RoleType], {
    description: 'What the user groups hold, each role once, by name.',
  })
  roles(
    @Ctx() context: ViewerContext,
    @Root() user: UserType,
  ): readonly RoleType[] | Promise<readonly RoleType[]> {
    return user.heldRoles ?? this.loaders.roles(context, user);
  }

  @FieldResolver(() => [EntityGroupType], {
    description: "User groups, the owner's group of all users included once it is in use.",
  })
  groups(
    @Ctx() context: ViewerContext,
    @Root() user: UserType,
  ): Promise<readonly EntityGroupType[]> {
    return this.loaders.groups(context, user);
  }

  @FieldResolver(() => [OperationType], {
    description: 'What the viewer may do with this user; nobody deletes or signs in as themselves.',
  })
  viewerCan(@Ctx() context: ViewerContext, @Root() user: UserType): Promise<readonly Operation[]> {
    return this.loaders.operations(context, user);
  }
}
