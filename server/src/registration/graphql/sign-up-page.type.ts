import { Field, Int, ObjectType, registerEnumType } from 'type-graphql';
import { SignUpCaptchaType } from '../../captcha/index.js';
import type { SignUpField, SignUpFieldKind } from '../sign-up-form.js';
import type { SignUpPage } from '../sign-up-page.js';

const SignUpFieldKindType: { readonly [K in SignUpFieldKind]: K } = {
  TEXT: 'TEXT',
  EMAIL: 'EMAIL',
  PASSWORD: 'PASSWORD',
  PASSWORD_REPEAT: 'PASSWORD_REPEAT',
};
registerEnumType(SignUpFieldKindType, {
  name: 'SignUpFieldKind',
  description: 'How a field of the sign-up form is entered.',
  valuesConfig: { PASSWORD_REPEAT: { description: 'Compared on the page; not sent.' } },
});

@ObjectType('SignUpField', { description: 'One field of the sign-up form.' })
export class SignUpFieldType implements SignUpField {
  @Field(() => String, { description: 'Name in `RegisterInput`.' })
  name!: string;

  @Field(() => SignUpFieldKindType)
  kind!: SignUpFieldKind;

  @Field(() => String)
  label!: string;

  @Field(() => Boolean)
  required!: boolean;

  @Field(() => Int, { description: 'Code points.' })
  maxLength!: number;

  @Field(() => String, { description: 'Token of the HTML attribute `autocomplete`.' })
  autocomplete!: string;
}

@ObjectType('SignUpPage', { description: 'What the public sees of a self-registration.' })
export class SignUpPageType implements SignUpPage {
  @Field(() => String)
  host!: string;

  @Field(() => String)
  tenantName!: string;

  @Field(() => String)
  url!: string;

  @Field(() => String)
  signInUrl!: string;

  @Field(() => String, { description: "The page's default language." })
  locale!: string;

  @Field(() => String, { nullable: true, description: 'Plain text of at most 200 code points.' })
  welcomeText!: string | null;

  @Field(() => [SignUpFieldType])
  signUpFields!: readonly SignUpFieldType[];

  @Field(() => SignUpCaptchaType)
  captcha!: SignUpCaptchaType;

  @Field(() => Int, { description: 'Code points after NFKC.' })
  passwordMinLength!: number;
}
