import { GraphQLDateTime } from 'graphql-scalars';
import { Field, ID, Int, ObjectType } from 'type-graphql';
import { EntityTypeEnum, type EntityType } from '../../access/index.js';
import { CaptchaSettingsType } from '../../captcha/index.js';
import { LocalizedTextType } from '../../platform/graphql/localized-text.type.js';
import type { Locale } from '../../platform/locale/locale.js';
import { textIn } from '../../platform/locale/localized-text.js';
import { toSignUpField, type FieldSetting } from '../sign-up-field.js';
import { SignUpFieldType } from './sign-up-field.type.js';
import type { GroupRoleAssignment, SelfRegistration } from '../self-registration.js';

@ObjectType('GroupRoleAssignment', { description: 'A role that registrants receive.' })
export class GroupRoleAssignmentType implements GroupRoleAssignment {
  @Field(() => ID)
  id!: string;

  roleId!: string | null;

  @Field(() => String, { description: 'Stays when the role is deleted.' })
  roleName!: string;

  entityGroupId!: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Stays when the group is deleted; null for a generic role.',
  })
  entityGroupName!: string | null;

  @Field(() => EntityTypeEnum, {
    nullable: true,
    description: 'What the group holds; null for a generic role.',
  })
  groupType!: EntityType | null;
}

@ObjectType('SelfRegistration', { description: 'The configuration of one sign-up page.' })
export class SelfRegistrationType implements SelfRegistration {
  @Field(() => ID)
  id!: string;

  domainId!: string;

  host!: string;

  @Field(() => Boolean, {
    description: 'Off stops new registrations at once; those made may still be activated.',
  })
  enabled!: boolean;

  @Field(() => CaptchaSettingsType, { description: 'How the page tells people from programs.' })
  captcha!: CaptchaSettingsType;

  @Field(() => String, { description: "The page's own language, e.g. `de`." })
  locale!: Locale;

  @Field(() => String, {
    nullable: true,
    description: 'In `locale`. Plain text of at most 200 code points.',
  })
  welcomeText(): string | null {
    return textIn(this.welcomeTexts, this.locale);
  }

  @Field(() => [LocalizedTextType], { description: 'In every language that it is there in.' })
  welcomeTexts!: readonly LocalizedTextType[];

  fields!: readonly FieldSetting[];

  @Field(() => [SignUpFieldType], { description: 'What registrants fill in, in this order.' })
  signUpFields(): readonly SignUpFieldType[] {
    return this.fields.map(toSignUpField(this.locale));
  }

  @Field(() => ID, {
    nullable: true,
    description: 'Of `targetCustomerGroup`; versions keep it when that is deleted.',
  })
  targetCustomerGroupId!: string | null;

  @Field(() => Boolean, { description: 'Whether registrants have to accept `privacyPolicy`.' })
  showPrivacyPolicy!: boolean;

  @Field(() => ID, {
    nullable: true,
    description: 'Of `privacyPolicy`; versions keep it when that is deleted.',
  })
  privacyPolicyId!: string | null;

  @Field(() => Boolean, { description: 'Whether registrants have to accept `termsOfUse`.' })
  showTermsOfUse!: boolean;

  @Field(() => ID, {
    nullable: true,
    description: 'Of `termsOfUse`; versions keep it when that is deleted.',
  })
  termsOfUseId!: string | null;

  @Field(() => ID, {
    nullable: true,
    description: 'Of `defaultDashboard`; versions keep it when that is deleted.',
  })
  defaultDashboardId!: string | null;

  @Field(() => Boolean, {
    description: 'Shows dashboards without the rest to registrants. False without a dashboard.',
  })
  alwaysFullscreen!: boolean;

  assignments!: readonly GroupRoleAssignment[];

  @Field(() => [GroupRoleAssignmentType], {
    description: 'What every registrant gets, in this order.',
  })
  groupRoleAssignments(): readonly GroupRoleAssignmentType[] {
    return this.assignments;
  }

  @Field(() => String, {
    nullable: true,
    description: "Stands before the address in the customer's title.",
  })
  customerTitlePrefix!: string | null;

  @Field(() => Int, { description: 'Hours, 1 to 24.' })
  activationLinkLifetime!: number;

  @Field(() => ID, {
    nullable: true,
    description: 'Of `notificationRecipient`; versions keep it when that is deleted.',
  })
  notificationRecipientId!: string | null;

  @Field(() => Boolean, { description: 'True: nobody is told of registrations.' })
  notifyNobody!: boolean;

  @Field(() => Boolean, { description: 'Whether signing up needs an invite code of this page.' })
  inviteOnly!: boolean;

  @Field(() => [String], {
    description: 'Lower-case A-labels, each with all below it. Empty: all that are not blocked.',
  })
  allowedEmailDomains!: readonly string[];

  @Field(() => [String], {
    description: 'Lower-case A-labels, each with all below it. Counts before the allowed ones.',
  })
  blockedEmailDomains!: readonly string[];

  @Field(() => Boolean, { description: 'Whether mailboxes for a few minutes are refused.' })
  refuseDisposable!: boolean;

  @Field(() => Boolean, {
    description: 'Whether an administrator decides on who has confirmed the address.',
  })
  requiresApproval!: boolean;

  @Field(() => Int, { description: 'Grows with every save.' })
  revision!: number;

  @Field(() => GraphQLDateTime)
  createdAt!: Date;

  @Field(() => GraphQLDateTime)
  updatedAt!: Date;
}

@ObjectType({ description: 'A page of self-registrations, by host.' })
export class SelfRegistrationList {
  @Field(() => [SelfRegistrationType])
  items!: readonly SelfRegistrationType[];

  @Field(() => Int)
  totalCount!: number;
}
