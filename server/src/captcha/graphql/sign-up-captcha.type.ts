import { Field, ObjectType } from 'type-graphql';
import type { CaptchaProviderKind } from '../captcha-settings.js';
import type { SignUpCaptcha } from '../sign-up-captcha.js';
import { CaptchaProviderType } from './captcha-enums.js';

@ObjectType('SignUpCaptcha', {
  description: 'What a visitor of a sign-up page needs for its captcha.',
})
export class SignUpCaptchaType implements SignUpCaptcha {
  @Field(() => CaptchaProviderType, { description: 'How people are told from programs.' })
  provider!: CaptchaProviderKind;

  @Field(() => String, { nullable: true, description: 'Public key; hosted providers only.' })
  siteKey!: string | null;

  @Field(() => String, { nullable: true, description: 'Action to name; reCAPTCHA v3 only.' })
  action!: string | null;

  @Field(() => String, {
    nullable: true,
    description:
      "The provider's script, ready to be loaded once the form is used; null when none is needed.",
  })
  scriptUrl!: string | null;
}
