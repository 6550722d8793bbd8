import { GraphQLDateTime } from 'graphql-scalars';
import { Field, InputType, ObjectType, registerEnumType } from 'type-graphql';
import { OperationType, type Operation } from '../../access/index.js';
import { UserError } from '../../platform/graphql/user-error.type.js';
import type { TemplateVariable } from '../mail-template-text.js';
import type { MailTemplate, RenderedMail } from '../mail-template.js';
import type {
  TemplateInLocale,
  TemplateSource,
  TemplateView,
  TypedTemplateText,
} from '../manage-mail-templates.js';
import type { TemplateTextErrorCode as Code } from '../parse-template-text.js';

const MailTemplateSource: { readonly [S in TemplateSource]: S } = {
  TENANT: 'TENANT',
  SYSTEM: 'SYSTEM',
  BUILT_IN: 'BUILT_IN',
};
registerEnumType(MailTemplateSource, {
  name: 'MailTemplateSource',
  description: 'Whose text counts.',
  valuesConfig: {
    TENANT: { description: "The tenant's own." },
    SYSTEM: { description: "The installation's, which a system administrator wrote." },
    BUILT_IN: { description: 'The one that comes with the product.' },
  },
});

@ObjectType('MailTemplateVariable', { description: 'What a mail knows, written `{{name}}`.' })
class MailTemplateVariableType implements TemplateVariable {
  @Field(() => String, { description: 'Without the braces.' })
  name!: string;

  @Field(() => Boolean, {
    description: 'A link or code: it has to be in the text and must not be in the subject.',
  })
  required!: boolean;

  @Field(() => Boolean, { description: 'May be the address of a link.' })
  isLink!: boolean;
}

@ObjectType('MailTemplateText', { description: 'A template in one language.' })
class MailTemplateTextType implements TemplateInLocale {
  @Field(() => String, { description: '`en` or `de`.' })
  locale!: TemplateInLocale['locale'];

  @Field(() => MailTemplateSource, { description: 'Whose text it is.' })
  source!: TemplateSource;

  @Field(() => String, { description: 'Plain text with variables.' })
  subject!: string;

  @Field(() => String, { description: 'Sanitised rich text with variables.' })
  html!: string;

  @Field(() => String, { nullable: true, description: 'Null: made of the rich text.' })
  plainText!: string | null;

  @Field(() => GraphQLDateTime, { nullable: true, description: 'Null for built-in texts.' })
  updatedAt!: Date | null;

  @Field(() => String, { nullable: true, description: 'By whom; null for built-in texts.' })
  updatedBy!: string | null;
}

@ObjectType('MailTemplate', { description: 'The text of a kind of mail, in every language.' })
export class MailTemplateType implements TemplateView {
  @Field(() => String, { description: 'E.g. activation or reset-password.' })
  name!: MailTemplate;

  @Field(() => [MailTemplateVariableType], { description: 'What its mails know.' })
  variables!: readonly MailTemplateVariableType[];

  @Field(() => [MailTemplateTextType], { description: 'One a language, as it counts now.' })
  texts!: readonly MailTemplateTextType[];

  @Field(() => [OperationType])
  viewerCan?: readonly Operation[];
}

@InputType({ description: 'A text in place of the one that is inherited.' })
export class MailTemplateTextInput implements TypedTemplateText {
  @Field(() => String, { description: 'Name of the template.' })
  template!: string;

  @Field(() => String, { description: '`en` or `de`.' })
  locale!: string;

  @Field(() => String, {
    description: 'At most 200 code points; variables, but no links or codes.',
  })
  subject!: string;

  @Field(() => String, {
    description: 'HTML of at most 60,000 code points; what is not allowed is left out.',
  })
  html!: string;

  @Field(() => String, {
    nullable: true,
    description: 'At most 20,000 code points; absent: made of the rich text.',
  })
  plainText?: string | null;
}

@InputType({ description: 'Which text to forget.' })
export class ResetMailTemplateInput {
  @Field(() => String, { description: 'Name of the template.' })
  template!: string;

  @Field(() => String, { description: '`en` or `de`.' })
  locale!: string;
}

const MailTemplateErrorCode: { readonly [C in Code]: C } = {
  REQUIRED: 'REQUIRED',
  TOO_LONG: 'TOO_LONG',
  INVALID_TEXT: 'INVALID_TEXT',
  UNKNOWN_VARIABLE: 'UNKNOWN_VARIABLE',
  VARIABLE_MISSING: 'VARIABLE_MISSING',
  VARIABLE_NOT_HERE: 'VARIABLE_NOT_HERE',
  INVALID_LINK: 'INVALID_LINK',
  UNKNOWN_LOCALE: 'UNKNOWN_LOCALE',
};
registerEnumType(MailTemplateErrorCode, {
  name: 'MailTemplateErrorCode',
  description: 'Why a text of a mail was not saved.',
  valuesConfig: {
    UNKNOWN_VARIABLE: { description: 'The message names it, and all that are known.' },
    VARIABLE_MISSING: { description: 'The message names the link or code that is missing.' },
    VARIABLE_NOT_HERE: { description: 'Links and codes are secret: not in a subject.' },
    INVALID_LINK: { description: 'The address of a link is one variable alone.' },
    UNKNOWN_LOCALE: { description: 'Not a language of the product.' },
  },
});

@ObjectType({ implements: UserError })
class MailTemplateUserError extends UserError {
  @Field(() => MailTemplateErrorCode)
  code!: Code;
}

@ObjectType()
export class MailTemplatePayload {
  @Field(() => MailTemplateType, { nullable: true })
  mailTemplate?: MailTemplateType;

  @Field(() => [MailTemplateUserError])
  userErrors!: readonly MailTemplateUserError[];
}

@ObjectType('MailPreview', { description: 'A mail with made-up data.' })
class MailPreviewType implements RenderedMail {
  @Field(() => String, { description: 'As it is sent.' })
  subject!: string;

  @Field(() => String, { description: 'The plain part.' })
  text!: string;

  @Field(() => String, { description: 'The rich part: a whole HTML document without script.' })
  html!: string;
}

@ObjectType()
export class MailPreviewPayload {
  @Field(() => MailPreviewType, { nullable: true })
  preview?: MailPreviewType;

  @Field(() => [MailTemplateUserError])
  userErrors!: readonly MailTemplateUserError[];
}
