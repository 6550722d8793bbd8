import { Field, ID, InputType } from 'type-graphql';
import type { RecipientType } from '../recipient.js';
import { RecipientTypeEnum } from './recipient-type.enum.js';

@InputType({ description: 'Absent keeps. What does not belong to the type is left aside.' })
export class UpdateNotificationRecipientInput {
  @Field(() => String, { nullable: true, description: 'Unique; at most 255 code points.' })
  name?: string | null;

  @Field(() => [ID], { nullable: true, description: 'For USERS: 1 to 100.' })
  userIds?: string[] | null;

  @Field(() => [ID], { nullable: true, description: 'For CUSTOMER_USERS: 1 to 100.' })
  customerIds?: string[] | null;

  @Field(() => [ID], { nullable: true, description: 'For USER_GROUPS: 1 to 100.' })
  userGroupIds?: string[] | null;

  @Field(() => [ID], { nullable: true, description: 'For ROLES: 1 to 100.' })
  roleIds?: string[] | null;

  @Field(() => [String], { nullable: true, description: 'For EMAILS: 1 to 20 addresses.' })
  emails?: string[] | null;

  @Field(() => String, {
    nullable: true,
    description:
      'For SLACK, TEAMS and WEBHOOK: an https address on the public internet. Write-only.',
  })
  url?: string | null;

  @Field(() => String, {
    nullable: true,
    description:
      'For WEBHOOK: `whsec_` and 24 to 64 bytes in base64; without it nothing is signed. Write-only; null clears.',
  })
  signingSecret?: string | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'Whether people get an e-mail, too, and not only a notice in the console.',
  })
  byEmail?: boolean | null;

  @Field(() => String, {
    nullable: true,
    description: 'Language for addresses, Slack and Teams: en or de. People get their own.',
  })
  locale?: string | null;
}

@InputType({ description: 'Whom to notify. The type can not be changed later.' })
export class CreateNotificationRecipientInput extends UpdateNotificationRecipientInput {
  @Field(() => String, { description: 'Unique; at most 255 code points.' })
  declare name: string;

  @Field(() => RecipientTypeEnum, { description: 'Decides which other fields count.' })
  type!: RecipientType;
}

@InputType({ description: 'Whom a recipient would stand for.' })
export class RecipientPreviewInput {
  @Field(() => RecipientTypeEnum, { description: 'Decides which list counts.' })
  type!: RecipientType;

  @Field(() => [ID], { defaultValue: [], description: 'For USERS.' })
  userIds!: string[];

  @Field(() => [ID], { defaultValue: [], description: 'For CUSTOMER_USERS.' })
  customerIds!: string[];

  @Field(() => [ID], { defaultValue: [], description: 'For USER_GROUPS.' })
  userGroupIds!: string[];

  @Field(() => [ID], { defaultValue: [], description: 'For ROLES.' })
  roleIds!: string[];
}
