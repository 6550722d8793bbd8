import { Field, Int, ObjectType, registerEnumType } from 'type-graphql';
import { SignUpCaptchaType } from '../../captcha/index.js';
import { SignUpLegalDocumentType } from '../../legal/index.js';
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
  valuesConfig: {
    TEXT: { description: 'One line.' },
    EMAIL: { description: 'One e-mail address.' },
    PASSWORD: { description: 'A new password.' },
    PASSWORD_REPEAT: { description: 'Compared on the page; not sent.' },
  },
});

@ObjectType('SignUpField', { description: 'One field of the sign-up form.' })
export class SignUpFieldType implements SignUpField {
  @Field(() => String, { description: 'Name in `RegisterInput`.' })
  name!: string;

  @Field(() => SignUpFieldKindType, { description: 'How it is entered.' })
  kind!: SignUpFieldKind;

  @Field(() => String, { description: 'In English; pages translate by `name`.' })
  label!: string;

  @Field(() => Boolean, { description: 'Whether it must be filled in.' })
  required!: boolean;

  @Field(() => Int, { description: 'Code points.' })
  maxLength!: number;

  @Field(() => String, { description: 'Token of the HTML attribute `autocomplete`.' })
  autocomplete!: string;
}

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
  locale!: string;

  @Field(() => String, { nullable: true, description: 'Plain text of at most 200 code points.' })
  welcomeText!: string | null;

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
}
