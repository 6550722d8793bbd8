import { Field, Float, InputType } from 'type-graphql';
import type { CaptchaFallback, CaptchaProviderKind } from '../captcha-settings.js';
import type { CaptchaSettingsInput } from '../validate-settings.js';
import { CaptchaFallbackType, CaptchaProviderType } from './captcha-enums.js';

@InputType('CaptchaSettingsInput', {
  description:
    'The captcha of a sign-up page. For the provider that is saved already, absent keeps and null clears; another one needs its own keys.',
})
export class CaptchaSettingsInputType implements CaptchaSettingsInput {
  @Field(() => CaptchaProviderType, { description: 'NONE needs `acceptNone`.' })
  provider!: CaptchaProviderKind;

  @Field(() => String, {
    nullable: true,
    description: 'Public key, at most 200 characters; required for hosted providers.',
  })
  siteKey?: string | null;

  @Field(() => String, {
    nullable: true,
    description:
      'Secret key, at most 200 characters; required for hosted providers. Write-only; absent keeps.',
  })
  secretKey?: string | null;

  @Field(() => String, {
    nullable: true,
    description:
      'reCAPTCHA v3 only: 1 to 100 letters, digits, slashes and underscores; default "sign_up".',
  })
  action?: string | null;

  @Field(() => Float, {
    nullable: true,
    description: 'reCAPTCHA v3 only: lowest score that passes, 0 to 1; default 0.5.',
  })
  scoreThreshold?: number | null;

  @Field(() => CaptchaFallbackType, { nullable: true, description: 'Default REFUSE.' })
  whenUnavailable?: CaptchaFallback | null;

  @Field(() => Boolean, { nullable: true, description: 'Must be true for the provider NONE.' })
  acceptNone?: boolean | null;
}
