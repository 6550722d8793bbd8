import { GraphQLDateTime } from 'graphql-scalars';
import { Field, Int, ObjectType, registerEnumType } from 'type-graphql';
import { OperationType, type Operation } from '../../access/index.js';
import type { MailServerView } from '../manage-mail-settings.js';
import type { MailHealth } from '../mail-repository.js';
import type { MailServerSource } from '../mail-server.js';
import type {
  MailAuthentication,
  MailProvider,
  MailSecurity,
  MailSettings,
  OauthClient,
} from '../mail-settings.js';

export const MailProviderType: { readonly [P in MailProvider]: P } = {
  SENDGRID: 'SENDGRID',
  GMAIL: 'GMAIL',
  OFFICE_365: 'OFFICE_365',
  OTHER: 'OTHER',
};
registerEnumType(MailProviderType, {
  name: 'MailProvider',
  description: 'Whose mail server it is.',
  valuesConfig: {
    SENDGRID: { description: 'User `apikey`, the key as password; no OAuth 2.' },
    GMAIL: { description: "Google's endpoints of OAuth 2." },
    OFFICE_365: { description: "Microsoft's endpoints of OAuth 2, for `directoryId`." },
    OTHER: { description: 'Any; endpoints of OAuth 2 are given.' },
  },
});

export const MailSecurityType: { readonly [S in MailSecurity]: S } = {
  TLS: 'TLS',
  STARTTLS: 'STARTTLS',
  NONE: 'NONE',
};
registerEnumType(MailSecurityType, {
  name: 'MailSecurity',
  description: 'How the connection is encrypted.',
  valuesConfig: {
    TLS: { description: 'From the start; usually port 465.' },
    STARTTLS: { description: 'Demanded after the greeting; usually port 587.' },
    NONE: { description: 'Not at all: for a server on the same machine only.' },
  },
});

export const MailAuthenticationType: { readonly [A in MailAuthentication]: A } = {
  NONE: 'NONE',
  PASSWORD: 'PASSWORD',
  OAUTH2: 'OAUTH2',
};
registerEnumType(MailAuthenticationType, {
  name: 'MailAuthentication',
  description: 'How the mail server knows who sends.',
  valuesConfig: {
    NONE: { description: 'It takes mail from here without asking.' },
    PASSWORD: { description: 'User and password.' },
    OAUTH2: { description: 'The owner of the mail account agrees once; XOAUTH2.' },
  },
});

const MailServerSourceType: { readonly [S in MailServerSource]: S } = {
  TENANT: 'TENANT',
  SYSTEM: 'SYSTEM',
  ENVIRONMENT: 'ENVIRONMENT',
};
registerEnumType(MailServerSourceType, {
  name: 'MailServerSource',
  description: 'Whose mail server sends.',
  valuesConfig: {
    TENANT: { description: "The tenant's own." },
    SYSTEM: { description: "The installation's, which a system administrator set." },
    ENVIRONMENT: { description: "The operator's, given at the start." },
  },
});

const MailHealthState: { readonly [S in MailHealth['state']]: S } = {
  UNTRIED: 'UNTRIED',
  WORKING: 'WORKING',
  FAILING: 'FAILING',
};
registerEnumType(MailHealthState, {
  name: 'MailHealthState',
  description: 'What the last try to send tells of a mail server.',
  valuesConfig: {
    UNTRIED: { description: 'Nothing was sent with these settings yet.' },
    WORKING: { description: 'The mail server took the last mail, or refused its recipient only.' },
    FAILING: { description: 'The last try failed.' },
  },
});

@ObjectType('MailOauth2', { description: 'The OAuth 2 client of mail settings.' })
export class MailOauth2Type implements OauthClient {
  @Field(() => String, { description: 'Public id of the client.' })
  clientId!: string;

  /** Not in the schema: `clientSecretSet` says all that may be known of it. */
  sealedClientSecret!: string | null;

  @Field(() => String, { nullable: true, description: "Microsoft's tenant id." })
  directoryId!: string | null;

  @Field(() => String, { description: 'Where the owner of the mail account is asked.' })
  authorizationUrl!: string;

  @Field(() => String, { description: 'Where tokens come from.' })
  tokenUrl!: string;

  @Field(() => String, { description: 'What is asked for.' })
  scope!: string;
}

@ObjectType('MailSettings', { description: 'A mail server and its sender.' })
export class MailSettingsType implements MailSettings {
  @Field(() => MailProviderType, { description: 'Whose server it is.' })
  provider!: MailProvider;

  @Field(() => String, { nullable: true, description: "The sender's name." })
  fromName!: string | null;

  @Field(() => String, { description: "The sender's address." })
  fromAddress!: string;

  @Field(() => String, { description: 'Name or address of the server.' })
  host!: string;

  @Field(() => Int, { description: 'Port of the server.' })
  port!: number;

  @Field(() => MailSecurityType, { description: 'How the connection is encrypted.' })
  security!: MailSecurity;

  @Field(() => Int, { description: 'Longest wait for each step, in seconds.' })
  timeoutSeconds!: number;

  @Field(() => MailAuthenticationType, { description: 'How the server knows who sends.' })
  authentication!: MailAuthentication;

  @Field(() => String, { nullable: true, description: 'Name of the mail account.' })
  username!: string | null;

  /** Not in the schema: `passwordSet` says all that may be known of it. */
  sealedPassword!: string | null;

  @Field(() => MailOauth2Type, { nullable: true, description: 'With OAuth 2 only.' })
  oauth2!: MailOauth2Type | null;

  @Field(() => GraphQLDateTime, { description: 'When they were saved.' })
  updatedAt!: Date;
}

@ObjectType('MailHealth', { description: 'What the last try to send tells of a mail server.' })
class MailHealthType implements MailHealth {
  @Field(() => MailHealthState, { description: 'Whether it works.' })
  state!: MailHealth['state'];

  @Field(() => String, { nullable: true, description: 'Why the last try failed, in words.' })
  lastError!: string | null;

  @Field(() => GraphQLDateTime, { nullable: true, description: 'When that was.' })
  lastTryAt!: Date | null;
}

@ObjectType('MailServer', {
  description: "The mail server of the viewer's tenant; of the installation for SYS_ADMIN.",
})
export class MailServerType implements MailServerView {
  @Field(() => MailSettingsType, { nullable: true, description: 'Null: inherited.' })
  settings!: MailSettingsType | null;

  @Field(() => MailServerSourceType, { description: 'Whose settings count.' })
  source!: MailServerSource;

  @Field(() => String, { description: 'Sender, e.g. `Acme <no-reply@acme.example>`.' })
  sender!: string;

  @Field(() => GraphQLDateTime, {
    nullable: true,
    description: 'When the owner of the mail account agreed; OAuth 2 only.',
  })
  connectedAt!: Date | null;

  @Field(() => MailHealthType, { description: 'Whether it works.' })
  health!: MailHealthType;

  @Field(() => [OperationType])
  viewerCan?: readonly Operation[];
}
