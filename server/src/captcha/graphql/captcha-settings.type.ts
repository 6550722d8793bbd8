import { Field, Float, ObjectType } from 'type-graphql';
import type { CaptchaFallback, CaptchaProviderKind, CaptchaSettings } from '../captcha-settings.js';
import { CaptchaFallbackType, CaptchaProviderType } from './captcha-enums.js';

@ObjectType('CaptchaSettings', { description: 'The captcha of a sign-up page.' })
export class CaptchaSettingsType implements CaptchaSettings {
  @Field(() => CaptchaProviderType, { description: 'How people are told from programs.' })
  provider!: CaptchaProviderKind;

  @Field(() => String, { nullable: true, description: 'Public key; hosted providers only.' })
  siteKey!: string | null;

  /** Not in the schema: `secretKeySet` says all that may be known of it. */
  sealedSecretKey!: string | null;

  @Field(() => String, { nullable: true, description: 'Action name; reCAPTCHA v3 only.' })
  action!: string | null;

  @Field(() => Float, {
    nullable: true,
    description: 'Lowest score that passes, 0 to 1; reCAPTCHA v3 only.',
  })
  scoreThreshold!: number | null;

  @Field(() => CaptchaFallbackType, {
    description: 'What happens while a hosted provider can not be reached.',
  })
  whenUnavailable!: CaptchaFallback;
}
