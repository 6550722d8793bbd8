import { Field, InputType } from 'type-graphql';

@InputType()
export class SignInInput {
  @Field(() => String)
  email!: string;

  @Field(() => String)
  password!: string;
}

@InputType()
export class RequestPasswordResetInput {
  @Field(() => String)
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
  @Field(() => String)
  email!: string;
}

@InputType()
export class ChangePasswordInput {
  @Field(() => String)
  currentPassword!: string;

  @Field(() => String, { description: '15 to 128 characters.' })
  newPassword!: string;
}

@InputType({ description: 'Absent keeps, null clears.' })
export class UpdateProfileInput {
  @Field(() => String, { nullable: true })
  firstName?: string | null;

  @Field(() => String, { nullable: true })
  lastName?: string | null;

  @Field(() => String, { nullable: true, description: '`en` or `de`.' })
  locale?: string | null;
}
