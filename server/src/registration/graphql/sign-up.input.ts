import { Field, InputType } from 'type-graphql';
import { ConsentInput } from '../../legal/index.js';

@InputType({ description: 'What a person enters on a sign-up page.' })
export class RegisterInput {
  @Field(() => String, { description: 'One address of at most 254 characters.' })
  email!: string;

  @Field(() => String, { description: '15 to 128 code points; no other composition rules.' })
  password!: string;

  @Field(() => String, { nullable: true, description: 'At most 255 code points.' })
  firstName?: string | null;

  @Field(() => String, { nullable: true, description: 'At most 255 code points.' })
  lastName?: string | null;

  @Field(() => String, {
    nullable: true,
    description:
      'Token of the configured captcha. Absent while the pass of a solved one is good (10 minutes, same browser), or when the provider is NONE.',
  })
  captchaToken?: string | null;

  @Field(() => String, {
    nullable: true,
    description:
      'Proof of work, asked for when the provider can not be reached and the page falls back.',
  })
  fallbackToken?: string | null;

  @Field(() => [ConsentInput], {
    nullable: true,
    description: 'One for each of `SignUpPage.legalDocuments`.',
  })
  consents?: ConsentInput[] | null;

  @Field(() => String, { nullable: true, description: 'Language of the mails, e.g. `de`.' })
  locale?: string | null;
}

@InputType({ description: 'Either the secret of the link or the code of the mail.' })
export class ActivateInput {
  @Field(() => String, { nullable: true, description: 'What follows `#` in the mailed link.' })
  secret?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Six digits, good for 15 minutes and in the browser that signed up only.',
  })
  code?: string | null;

  @Field(() => String, {
    nullable: true,
    description:
      'The password chosen at sign-up; asked for in any other browser. Five tries a link.',
  })
  password?: string | null;
}

@InputType({ description: "«This wasn't me»." })
export class DisownRegistrationInput {
  @Field(() => String, { description: 'What follows `#` in the mailed link.' })
  secret!: string;

  @Field(() => String, { description: 'The address that got the mail, typed by the person.' })
  email!: string;
}

@InputType({ description: 'Whose registration waits.' })
export class ResendActivationInput {
  @Field(() => String, { description: 'One address of at most 254 characters.' })
  email!: string;

  @Field(() => String, { nullable: true, description: 'Language of the mail, e.g. `de`.' })
  locale?: string | null;
}
