import { Field, InputType } from 'type-graphql';
import { ConsentInput } from '../../legal/index.js';

@InputType({ description: 'What a person entered in a custom field.' })
class CustomFieldInput {
  @Field(() => String, {
    description: '`SignUpField.key`; what the page does not have is ignored.',
  })
  key!: string;

  @Field(() => String, {
    description: 'As typed; of a CHOICE the value of an option, of a CHECKBOX `true` or `false`.',
  })
  value!: string;
}

@InputType({
  description: 'What a person enters on a sign-up page. What the page does not ask for is ignored.',
})
export class RegisterInput {
  @Field(() => String, { description: 'One address of at most 254 characters.' })
  email!: string;

  @Field(() => String, { description: '15 to 128 code points; no other composition rules.' })
  password!: string;

  @Field(() => String, { nullable: true, description: 'At most 255 code points.' })
  firstName?: string | null;

  @Field(() => String, { nullable: true, description: 'At most 255 code points.' })
  lastName?: string | null;

  @Field(() => String, { nullable: true, description: 'At most 255 code points, 15 digits.' })
  phone?: string | null;

  @Field(() => String, { nullable: true, description: 'ISO 3166-1, two capital letters.' })
  country?: string | null;

  @Field(() => String, { nullable: true, description: 'At most 255 code points.' })
  state?: string | null;

  @Field(() => String, { nullable: true, description: 'At most 255 code points.' })
  city?: string | null;

  @Field(() => String, { nullable: true, description: 'At most 255 code points.' })
  zip?: string | null;

  @Field(() => String, { nullable: true, description: 'At most 255 code points.' })
  address?: string | null;

  @Field(() => String, { nullable: true, description: 'At most 255 code points.' })
  address2?: string | null;

  @Field(() => [CustomFieldInput], {
    nullable: true,
    description: 'Faults stand at `customFields` and the key.',
  })
  customFields?: CustomFieldInput[] | null;

  @Field(() => String, {
    nullable: true,
    description: 'Where the page is `inviteOnly`; else it is ignored.',
  })
  inviteCode?: string | null;

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
