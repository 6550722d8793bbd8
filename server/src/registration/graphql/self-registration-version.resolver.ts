import { GraphQLDateTime } from 'graphql-scalars';
import { Arg, Ctx, Field, ID, Int, Mutation, ObjectType, Query, Resolver } from 'type-graphql';
import { viewerOf, type ViewerContext } from '../../access/index.js';
import { Allow } from '../../platform/graphql/allow.js';
import { checkOffset, checkPageSize } from '../../platform/graphql/connection.js';
import { toPayload } from '../../platform/graphql/payload.js';
import type { ManageSelfRegistrations } from '../manage-self-registrations.js';
import { SelfRegistrationPayload } from './self-registration.payload.js';
import { SelfRegistrationType } from './self-registration.type.js';

@ObjectType('SelfRegistrationVersion', { description: 'One save of a sign-up page.' })
class SelfRegistrationVersionType {
  @Field(() => Int, { description: 'The revision that the page had from this save on.' })
  revision!: number;

  @Field(() => GraphQLDateTime, { description: 'When it was saved.' })
  savedAt!: Date;

  @Field(() => String, {
    nullable: true,
    description: 'Name of the administrator; null for a page from before versions were kept.',
  })
  savedBy!: string | null;

  @Field(() => Int, { nullable: true, description: 'The revision that this save restored.' })
  restoredFrom!: number | null;

  @Field(() => String, { description: 'Where the page was, even if that domain is gone.' })
  host!: string;

  @Field(() => SelfRegistrationType, {
    description:
      'The page as it was, with the id that it has: caches by id must not mix both. Never a secret.',
  })
  selfRegistration!: SelfRegistrationType;
}

@ObjectType({ description: 'A page of versions, newest first.' })
class SelfRegistrationVersionList {
  @Field(() => [SelfRegistrationVersionType])
  items!: readonly SelfRegistrationVersionType[];

  @Field(() => Int)
  totalCount!: number;
}

@Resolver()
export class SelfRegistrationVersionResolver {
  constructor(
    private readonly manage: Pick<ManageSelfRegistrations, 'listVersions' | 'restoreVersion'>,
  ) {}

  @Allow.permission('SELF_REGISTRATION', 'READ')
  @Query(() => SelfRegistrationVersionList, { description: 'What was saved of a sign-up page.' })
  selfRegistrationVersions(
    @Ctx() context: ViewerContext,
    @Arg('selfRegistrationId', () => ID, { description: 'Which sign-up page.' })
    selfRegistrationId: string,
    @Arg('offset', () => Int, { defaultValue: 0 }) offset: number,
    @Arg('limit', () => Int, { defaultValue: 20, description: '1 to 100.' }) limit: number,
  ): Promise<SelfRegistrationVersionList> {
    const slice = { offset: checkOffset(offset), limit: checkPageSize('limit', limit) };
    const list = this.manage.listVersions(viewerOf(context), selfRegistrationId, slice);
    return list as unknown as Promise<SelfRegistrationVersionList>;
  }

  @Allow.permission('SELF_REGISTRATION', 'WRITE')
  @Mutation(() => SelfRegistrationPayload, {
    description: 'Saves a version again, with the checks of every save. Secrets stay as they are.',
  })
  async restoreSelfRegistrationVersion(
    @Ctx() context: ViewerContext,
    @Arg('id', () => ID) id: string,
    @Arg('revision', () => Int, { description: 'Of the version that is wanted back.' })
    revision: number,
    @Arg('seenRevision', () => Int, {
      nullable: true,
      description: 'The present one as it was seen; refused when somebody saved in between.',
    })
    seenRevision: number | null,
  ): Promise<SelfRegistrationPayload> {
    const viewer = viewerOf(context);
    const outcome = await this.manage.restoreVersion(viewer, id, revision, seenRevision ?? null);
    return toPayload('selfRegistration', outcome) as SelfRegistrationPayload;
  }
}
