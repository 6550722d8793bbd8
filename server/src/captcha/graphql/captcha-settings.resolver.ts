import { FieldResolver, Resolver, Root } from 'type-graphql';
import { CaptchaSettingsType } from './captcha-settings.type.js';

@Resolver(() => CaptchaSettingsType)
export class CaptchaSettingsResolver {
  @FieldResolver(() => Boolean, {
    description: 'Whether a secret key is saved; the key itself is never shown.',
  })
  secretKeySet(@Root() { sealedSecretKey }: CaptchaSettingsType): boolean {
    return sealedSecretKey !== null;
  }
}
