import { Field, Int, ObjectType } from 'type-graphql';
import { SignUpCaptchaType } from '../../captcha/index.js';
import { SignUpLegalDocumentType } from '../../legal/index.js';
import { LocalizedTextType } from '../../platform/graphql/localized-text.type.js';
import type { Locale } from '../../platform/locale/locale.js';
import { SignUpFieldType } from './sign-up-field.type.js';
import type { SignUpPage } from '../sign-up-page.js';

@ObjectType('SignUpPage', { description: 'What the public sees of a self-registration.' })
export class SignUpPageType implements SignUpPage {
  @Field(() => String, { description: 'Where the page is.' })
  host!: string;

  @Field(() => String, { description: 'Whose page it is.' })
  tenantName!: string;

  @Field(() => String, { description: 'Its address.' })
  url!: string;

  @Field(() => String, { description: 'For who has an account.' })
  signInUrl!: string;

  @Field(() => String, { description: "The page's default language." })
  locale!: Locale;

  @Field(() => String, {
    nullable: true,
    description: 'In `locale`. Plain text of at most 200 code points.',
  })
  welcomeText!: string | null;

  @Field(() => [LocalizedTextType], { description: 'In every language that it is there in.' })
  welcomeTexts!: readonly LocalizedTextType[];

  @Field(() => [SignUpFieldType], { description: 'What to fill in, in this order.' })
  signUpFields!: readonly SignUpFieldType[];

  @Field(() => [SignUpLegalDocumentType], {
    description: 'What to accept, one box each; none may be ticked beforehand.',
  })
  legalDocuments!: readonly SignUpLegalDocumentType[];

  @Field(() => SignUpCaptchaType, { description: 'What to solve.' })
  captcha!: SignUpCaptchaType;

  @Field(() => Int, { description: 'Code points after NFKC.' })
  passwordMinLength!: number;

  @Field(() => Boolean, { description: 'Whether an administrator decides on each sign-up.' })
  requiresApproval!: boolean;

  @Field(() => Boolean, { description: 'Whether `RegisterInput.inviteCode` is asked for.' })
  inviteOnly!: boolean;
}
