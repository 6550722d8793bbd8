import { GraphQLDateTime, GraphQLJSONObject } from 'graphql-scalars';
import { Field, ObjectType } from 'type-graphql';
import type { CaptchaChallenge } from '../proof-of-work.js';

@ObjectType('CaptchaChallenge', {
  description: 'A proof-of-work challenge for one submit of one page.',
})
export class CaptchaChallengeType implements CaptchaChallenge {
  @Field(() => GraphQLJSONObject, { description: 'As the ALTCHA widget expects it.' })
  challenge!: CaptchaChallenge['challenge'];

  @Field(() => GraphQLDateTime, {
    description: 'Until then, 20 minutes from now, it can be solved and handed in.',
  })
  expiresAt!: Date;
}
