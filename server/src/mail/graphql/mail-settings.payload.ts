import { Field, ObjectType, registerEnumType } from 'type-graphql';
import { UserError } from '../../platform/graphql/user-error.type.js';
import type { MailConsentErrorCode } from '../connect-mail-account.js';
import type { MailSettingsErrorCode as SettingsCode } from '../parse-mail-settings.js';
import type { TestMailErrorCode } from '../send-test-mail.js';
import { MailServerType } from './mail-settings.type.js';

type Code = SettingsCode | MailConsentErrorCode | TestMailErrorCode;

const MailServerErrorCode: { readonly [C in Code]: C } = {
  REQUIRED: 'REQUIRED',
  TOO_LONG: 'TOO_LONG',
  INVALID_TEXT: 'INVALID_TEXT',
  INVALID_EMAIL: 'INVALID_EMAIL',
  INVALID_HOST: 'INVALID_HOST',
  HOST_NOT_ALLOWED: 'HOST_NOT_ALLOWED',
  OUT_OF_RANGE: 'OUT_OF_RANGE',
  TLS_REQUIRED: 'TLS_REQUIRED',
  SECRET_NEEDED_AGAIN: 'SECRET_NEEDED_AGAIN',
  OAUTH2_NOT_OFFERED: 'OAUTH2_NOT_OFFERED',
  INVALID_URL: 'INVALID_URL',
  URL_NOT_ALLOWED: 'URL_NOT_ALLOWED',
  NOT_OAUTH2: 'NOT_OAUTH2',
  CONSENT_NOT_GOOD: 'CONSENT_NOT_GOOD',
  PROVIDER_REFUSED: 'PROVIDER_REFUSED',
  RATE_LIMITED: 'RATE_LIMITED',
};
registerEnumType(MailServerErrorCode, {
  name: 'MailServerErrorCode',
  description: 'Why mail settings were not saved, connected or tried.',
  valuesConfig: {
    INVALID_HOST: { description: 'Neither a host name nor an address.' },
    HOST_NOT_ALLOWED: { description: 'Not on the public internet.' },
    OUT_OF_RANGE: { description: 'Outside the range that the field names.' },
    TLS_REQUIRED: { description: 'Without encryption only on the same machine.' },
    SECRET_NEEDED_AGAIN: { description: 'The saved secret belongs to another server or account.' },
    OAUTH2_NOT_OFFERED: { description: 'This provider takes passwords only.' },
    INVALID_URL: { description: 'Not an https address.' },
    URL_NOT_ALLOWED: { description: 'Not on the public internet.' },
    NOT_OAUTH2: { description: 'No settings with OAuth 2 are saved.' },
    CONSENT_NOT_GOOD: { description: 'Too old, used, or begun by somebody else.' },
    PROVIDER_REFUSED: { description: 'The message says what the provider answered.' },
    RATE_LIMITED: { description: 'The message says when to try again.' },
  },
});

@ObjectType({ implements: UserError })
class MailServerUserError extends UserError {
  @Field(() => MailServerErrorCode)
  code!: Code;
}

@ObjectType()
export class MailServerPayload {
  @Field(() => MailServerType, { nullable: true })
  mailServer?: MailServerType;

  @Field(() => [MailServerUserError])
  userErrors!: readonly MailServerUserError[];
}

@ObjectType({ description: 'What the mail server said.' })
class TestMailOutcomeType {
  @Field(() => Boolean, { description: 'Whether it took the mail.' })
  accepted!: boolean;

  @Field(() => String, { description: "The mail server's answer, or why there was none." })
  answer!: string;
}

@ObjectType()
export class SendTestMailPayload {
  @Field(() => TestMailOutcomeType, { nullable: true })
  outcome?: TestMailOutcomeType;

  @Field(() => [MailServerUserError])
  userErrors!: readonly MailServerUserError[];
}

@ObjectType()
export class BeginMailConsentPayload {
  @Field(() => String, { nullable: true, description: "The provider's page; good for 15 minutes." })
  url?: string;

  @Field(() => [MailServerUserError])
  userErrors!: readonly MailServerUserError[];
}
