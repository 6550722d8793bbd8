import { Field, ID, InputType, Int, registerEnumType } from 'type-graphql';
import { CaptchaSettingsInputType } from '../../captcha/index.js';
import { LocalizedTextInput } from '../../platform/graphql/localized-text.type.js';
import { SignUpFieldInput } from './sign-up-field.input.js';
import type { PendingDecision } from '../delete-self-registration.js';
import type { SelfRegistrationInput } from '../self-registration-input.js';

@InputType({ description: 'A role for registrants, and the group on which a GROUP role counts.' })
export class GroupRoleAssignmentInput {
  @Field(() => ID, { description: 'A role that the viewer may read and could grant.' })
  roleId!: string;

  @Field(() => ID, { nullable: true, description: 'For roles of type GROUP only.' })
  entityGroupId?: string | null;
}

@InputType({ description: 'Absent keeps, null clears.' })
export class UpdateSelfRegistrationInput {
  @Field(() => Int, {
    nullable: true,
    description: 'The revision that was seen; refused when somebody saved in between.',
  })
  revision?: number;

  @Field(() => ID, {
    nullable: true,
    description: 'Links on the former domain work until they expire.',
  })
  domainId?: string;

  @Field(() => Boolean, {
    nullable: true,
    description: 'Off stops new registrations at once. A new page starts off.',
  })
  enabled?: boolean;

  @Field(() => CaptchaSettingsInputType, { nullable: true, description: 'Absent keeps.' })
  captcha?: CaptchaSettingsInputType;

  @Field(() => String, {
    nullable: true,
    description: "The page's own language, e.g. `de`; texts stay with their languages.",
  })
  locale?: string;

  @Field(() => String, {
    nullable: true,
    description: "In the page's own language. Plain text of at most 200 code points.",
  })
  welcomeText?: string | null;

  @Field(() => [LocalizedTextInput], {
    nullable: true,
    description: 'All languages at once, each at most 200 code points.',
  })
  welcomeTexts?: LocalizedTextInput[] | null;

  @Field(() => [SignUpFieldInput], {
    nullable: true,
    description:
      'All fields in their order, at most 30, e-mail and password among them. What was collected in a field that goes stays.',
  })
  signUpFields?: SignUpFieldInput[];

  @Field(() => ID, {
    nullable: true,
    description: 'A customer group of the tenant that new customers enter; not «All».',
  })
  targetCustomerGroupId?: string | null;

  @Field(() => Boolean, { nullable: true, description: 'Needs a privacy policy.' })
  showPrivacyPolicy?: boolean;

  @Field(() => ID, { nullable: true, description: 'A document of kind PRIVACY_POLICY.' })
  privacyPolicyId?: string | null;

  @Field(() => Boolean, { nullable: true, description: 'Needs terms of use.' })
  showTermsOfUse?: boolean;

  @Field(() => ID, { nullable: true, description: 'A document of kind TERMS_OF_USE.' })
  termsOfUseId?: string | null;

  @Field(() => ID, {
    nullable: true,
    description:
      'A dashboard that the viewer may read; null: Home. Reaches new registrations only.',
  })
  defaultDashboardId?: string | null;

  @Field(() => Boolean, { nullable: true, description: 'Needs a default dashboard.' })
  alwaysFullscreen?: boolean;

  @Field(() => [GroupRoleAssignmentInput], {
    nullable: true,
    description: 'Reaches new registrations only. One may give what one holds, and no more.',
  })
  groupRoleAssignments?: GroupRoleAssignmentInput[];

  @Field(() => ID, {
    nullable: true,
    description:
      "Who is told of registrations and activations; null for the tenant's administrators. Choosing one ends `notifyNobody`.",
  })
  notificationRecipientId?: string | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'True: nobody is told, and the recipient is forgotten.',
  })
  notifyNobody?: boolean;

  @Field(() => Boolean, { nullable: true, description: 'True: only with an invite code.' })
  inviteOnly?: boolean;

  @Field(() => [String], {
    nullable: true,
    description:
      'All at once, at most 200 domains such as example.com, each with all below it. Empty or null: all that are not blocked.',
  })
  allowedEmailDomains?: string[] | null;

  @Field(() => [String], {
    nullable: true,
    description: 'As the allowed ones; counts before them, so that a part may be left out.',
  })
  blockedEmailDomains?: string[] | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'True: refuses providers that give out mailboxes for a few minutes.',
  })
  refuseDisposable?: boolean;

  @Field(() => Boolean, {
    nullable: true,
    description: 'True: who confirmed the address waits for `approveRegistrations`.',
  })
  requiresApproval?: boolean;

  @Field(() => String, { nullable: true, description: 'At most 255 code points.' })
  customerTitlePrefix?: string | null;

  @Field(() => Int, { nullable: true, description: 'Hours, 1 to 24; null for 24.' })
  activationLinkLifetime?: number | null;
}

@InputType({
  description: 'Without roles it starts with Customer Administrator; without captcha with ALTCHA.',
})
export class CreateSelfRegistrationInput extends UpdateSelfRegistrationInput {
  @Field(() => ID, { description: 'A domain without a page.' })
  declare domainId: string;
}

/** The same in the words of the use cases. */
export const toSelfRegistrationInput = ({
  groupRoleAssignments,
  ...input
}: UpdateSelfRegistrationInput): SelfRegistrationInput => ({
  ...input,
  ...(groupRoleAssignments && {
    assignments: groupRoleAssignments.map(({ roleId, entityGroupId }) => ({
      roleId,
      entityGroupId: entityGroupId ?? null,
    })),
  }),
});

const PendingDecisionType: { readonly [D in PendingDecision]: D } = {
  LET_FINISH: 'LET_FINISH',
  END: 'END',
};
registerEnumType(PendingDecisionType, {
  name: 'PendingDecision',
  description: 'What becomes of pending registrations when their page is deleted.',
  valuesConfig: {
    LET_FINISH: { description: 'They may be activated with the roles as last saved.' },
    END: { description: 'Their links stop working.' },
  },
});

@InputType({ description: 'What deleting a sign-up page needs to know.' })
export class DeleteSelfRegistrationInput {
  @Field(() => String, { description: "The domain's host, typed by the person." })
  confirmation!: string;

  @Field(() => PendingDecisionType, {
    nullable: true,
    description: 'Needed while any are pending.',
  })
  pending?: PendingDecision | null;
}
