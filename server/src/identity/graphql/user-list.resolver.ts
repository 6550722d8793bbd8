import { Arg, Ctx, ID, Int, Query, Resolver } from 'type-graphql';
import { viewerOf } from '../../access/index.js';
import { Allow } from '../../platform/graphql/allow.js';
import {
  checkPageSize,
  decodeIdCursor,
  toIdConnection,
  type Connection,
} from '../../platform/graphql/connection.js';
import { signedInOf, type IdentityContext } from '../identity-context.js';
import type { ListUsers } from '../list-users.js';
import { SessionType } from './me.type.js';
import { toSessionType } from './to-me.js';
import { UserFilter, toUserFilter } from './user.input.js';
import { UserConnection } from './user.payload.js';
import { UserType } from './user.type.js';

/** System administrators hold no roles, so whether somebody may read is decided in the use case. */
@Resolver()
export class UserListResolver {
  constructor(private readonly listUsers: ListUsers) {}

  @Allow.signedIn()
  @Query(() => UserConnection, {
    description:
      'The people whom the viewer may read, newest first; for system administrators each other.',
  })
  async users(
    @Ctx() context: IdentityContext,
    @Arg('filter', () => UserFilter, { nullable: true }) input: UserFilter | null,
    @Arg('first', () => Int, { defaultValue: 20, description: '1 to 100.' }) first: number,
    @Arg('after', () => String, { nullable: true }) after: string | null,
  ): Promise<Connection<UserType>> {
    const viewer = viewerOf(context);
    const filter = toUserFilter(input);
    const page = await this.listUsers.list(viewer, {
      filter,
      first: checkPageSize('first', first),
      afterId: decodeIdCursor(after),
    });
    return toIdConnection(
      page as unknown as { rows: readonly UserType[]; hasNextPage: boolean },
      () => this.listUsers.count(viewer, filter),
    );
  }

  @Allow.signedIn()
  @Query(() => UserType, { description: 'NOT_FOUND when the viewer may not read it.' })
  async user(@Ctx() context: IdentityContext, @Arg('id', () => ID) id: string): Promise<UserType> {
    return (await this.listUsers.find(viewerOf(context), id)) as UserType;
  }

  @Allow.signedIn()
  @Query(() => [SessionType], { description: 'Where somebody is signed in, newest use first.' })
  async userSessions(
    @Ctx() context: IdentityContext,
    @Arg('userId', () => ID) userId: string,
  ): Promise<SessionType[]> {
    const viewer = signedInOf(context);
    const sessions = await this.listUsers.sessionsOf(viewer, userId);
    return sessions.map((session) => toSessionType(session, viewer.session.id));
  }
}
