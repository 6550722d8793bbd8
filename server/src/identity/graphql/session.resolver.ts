import { Arg, Ctx, ID, Mutation, Query, Resolver } from 'type-graphql';
import { Allow } from '../../platform/graphql/allow.js';
import { DeletePayload } from '../../platform/graphql/delete-payload.type.js';
import type { Authenticate, SignedIn } from '../authenticate.js';
import type { IdentityContext } from '../identity-context.js';
import { signedInOf } from '../identity-context.js';
import type { OwnSessions } from '../own-sessions.js';
import type { SignIn } from '../sign-in.js';
import type { SignOut } from '../sign-out.js';
import { giveSession, type StartedSession } from '../start-session.js';
import { Me, SessionType } from './me.type.js';
import { SignInInput } from './password.input.js';
import { SignInPayload, SignOutPayload } from './password.payload.js';
import { toMe, toSessionType } from './to-me.js';

/** Puts a new session into the browser and into the rest of the request. */
export const createEnter =
  (authenticate: Authenticate) =>
  async (context: IdentityContext, started: StartedSession): Promise<SignedIn> => {
    giveSession(context.http, started);
    const viewer = await authenticate(context.site, started.token, context.http.ip);
    if (!viewer) throw new Error('A session that was just made does not count.');
    context.become(viewer);
    return viewer;
  };

export type Enter = ReturnType<typeof createEnter>;

@Resolver()
export class SessionResolver {
  constructor(
    private readonly signInWith: SignIn,
    private readonly signOutOf: SignOut,
    private readonly ownSessions: OwnSessions,
    private readonly enter: Enter,
  ) {}

  @Allow.public()
  @Query(() => Me, {
    nullable: true,
    description: 'The signed-in person; null for strangers and tools.',
  })
  me(@Ctx() context: IdentityContext): Me | null {
    return context.person && toMe(context.person);
  }

  @Allow.public()
  @Mutation(() => SignInPayload, {
    description: 'Sets the session cookie. Whatever is not right, the answer is the same.',
  })
  async signIn(
    @Ctx() context: IdentityContext,
    @Arg('input', () => SignInInput) input: SignInInput,
  ): Promise<SignInPayload> {
    const outcome = await this.signInWith(context.site, context.http, input);
    if (!outcome.ok) return { userErrors: outcome.failure };
    return { me: toMe(await this.enter(context, outcome.value)), userErrors: [] };
  }

  @Allow.public()
  @Mutation(() => SignOutPayload, {
    description: 'Ends this session; without one nothing happens.',
  })
  async signOut(@Ctx() context: IdentityContext): Promise<SignOutPayload> {
    const { returned } = await this.signOutOf(context.person, context.http);
    context.become(null);
    return { signedOut: true, redirectTo: returned ? '/' : '/sign-in' };
  }

  @Allow.signedIn()
  @Query(() => [SessionType], { description: 'Where the viewer is signed in, newest use first.' })
  async mySessions(@Ctx() context: IdentityContext): Promise<SessionType[]> {
    const viewer = signedInOf(context);
    const sessions = await this.ownSessions.list(viewer);
    return sessions.map((session) => toSessionType(session, viewer.session.id));
  }

  @Allow.signedIn()
  @Mutation(() => DeletePayload, { description: 'Ends one of the own sessions.' })
  async endMySession(
    @Ctx() context: IdentityContext,
    @Arg('id', () => ID) id: string,
  ): Promise<DeletePayload> {
    return { deletedId: await this.ownSessions.end(signedInOf(context), id), userErrors: [] };
  }
}
