import { Arg, Ctx, Query, Resolver } from 'type-graphql';
import { rateLimited } from '../../platform/failures.js';
import { Allow } from '../../platform/graphql/allow.js';
import type { RequestContext } from '../../platform/graphql/request-context.js';
import type { RateLimits } from '../../platform/limits/rate-limits.js';
import type { Captcha } from '../captcha.js';
import type { FindOpenPage } from '../open-page.js';
import { CaptchaChallengeType } from './captcha-challenge.type.js';

/** The bucket that challenges are taken from, by the network of the visitor. */
export type ChallengeLimits = Pick<RateLimits<'challengePerNetwork'>, 'take'>;

@Resolver(() => CaptchaChallengeType)
export class CaptchaChallengeResolver {
  constructor(
    private readonly captcha: Pick<Captcha, 'challengeFor'>,
    private readonly findOpenPage: FindOpenPage,
    private readonly limits: ChallengeLimits,
  ) {}

  @Allow.public()
  @Query(() => CaptchaChallengeType, {
    nullable: true,
    description:
      'A new challenge for the sign-up page. Null where sign-up is not available or the page takes no proof of work. RATE_LIMITED past 240 an hour from one network, unless configured otherwise.',
  })
  async captchaChallenge(
    @Ctx() context: RequestContext,
    @Arg('domain', () => String, {
      nullable: true,
      description: "Host of the page; absent: the request's.",
    })
    domain: string | null,
  ): Promise<CaptchaChallengeType | null> {
    const wait = await this.limits.take([['challengePerNetwork', context.http.network]]);
    if (wait > 0) throw rateLimited(wait);
    const page = await this.findOpenPage(context, domain ?? null);
    return page && this.captcha.challengeFor(page);
  }
}
