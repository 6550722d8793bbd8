import { Field, InputType } from 'type-graphql';

@InputType({ description: 'Who signs in, by what they chose.' })
export class SignInInput {
  @Field(() => String, { description: 'In any case; at most 254 characters.' })
  email!: string;

  @Field(() => String, { description: 'As chosen; never logged.' })
  password!: string;
}

@InputType({ description: 'Whose password was forgotten.' })
export class RequestPasswordResetInput {
  @Field(() => String, { description: 'In any case; at most 254 characters.' })
  email!: string;

  @Field(() => String, { nullable: true, description: 'Language of the mail, e.g. `de`.' })
  locale?: string | null;
}

@InputType({ description: 'Sets a password by a one-time link: of a reset or of an invitation.' })
export class ResetPasswordInput {
  @Field(() => String, { description: 'What follows `#` in the link.' })
  secret!: string;

  @Field(() => String, { description: '15 to 128 characters.' })
  password!: string;

  @Field(() => String, { nullable: true, description: 'Invitations only; at most 255 characters.' })
  firstName?: string | null;

  @Field(() => String, { nullable: true, description: 'Invitations only; at most 255 characters.' })
  lastName?: string | null;
}

@InputType({ description: 'The first system administrator of an empty installation.' })
export class CreateFirstAdministratorInput extends ResetPasswordInput {
  @Field(() => String, { description: 'Unique on the platform; at most 254 characters.' })
  email!: string;
}

@InputType({ description: 'The old password, and the one to come.' })
export class ChangePasswordInput {
  @Field(() => String, { description: 'PASSWORD_WRONG when it is another.' })
  currentPassword!: string;

  @Field(() => String, { description: '15 to 128 characters.' })
  newPassword!: string;
}

@InputType({ description: 'Absent keeps, null clears.' })
export class UpdateProfileInput {
  @Field(() => String, { nullable: true, description: 'At most 255 characters.' })
  firstName?: string | null;

  @Field(() => String, { nullable: true, description: 'At most 255 characters.' })
  lastName?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'As people write it, such as `+49 30 1234567`; at most 255 characters.',
  })
  phone?: string | null;

  @Field(() => String, { nullable: true, description: '`en` or `de`.' })
  locale?: string | null;
}
