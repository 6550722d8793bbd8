import { Field, InputType, Int } from 'type-graphql';
import type { MailAuthentication, MailProvider, MailSecurity } from '../mail-settings.js';
import type { OauthClientInput } from '../parse-oauth-client.js';
import type { MailSettingsInput } from '../parse-mail-settings.js';
import {
  MailAuthenticationType,
  MailProviderType,
  MailSecurityType,
} from './mail-settings.type.js';

@InputType('MailOauth2Input', { description: 'The OAuth 2 client of mail settings.' })
class MailOauth2InputType implements OauthClientInput {
  @Field(() => String, { description: 'At most 300 characters.' })
  clientId!: string;

  @Field(() => String, {
    nullable: true,
    description: 'Write-only; absent keeps. Needed again when client or token address change.',
  })
  clientSecret?: string | null;

  @Field(() => String, {
    nullable: true,
    description: "Microsoft's tenant id; absent: accounts of any organisation.",
  })
  directoryId?: string | null;

  @Field(() => String, { nullable: true, description: 'https address; for OTHER only.' })
  authorizationUrl?: string | null;

  @Field(() => String, { nullable: true, description: 'https address; for OTHER only.' })
  tokenUrl?: string | null;

  @Field(() => String, { nullable: true, description: 'For OTHER only.' })
  scope?: string | null;
}

@InputType({ description: 'A mail server and its sender.' })
export class SaveMailSettingsInput implements MailSettingsInput {
  @Field(() => MailProviderType, { description: 'Whose server it is.' })
  provider!: MailProvider;

  @Field(() => String, { nullable: true, description: 'At most 100 code points.' })
  fromName?: string | null;

  @Field(() => String, { description: 'One e-mail address.' })
  fromAddress!: string;

  @Field(() => String, {
    description: 'Name or address. Tenants name servers of the public internet only.',
  })
  host!: string;

  @Field(() => Int, { description: '1 to 65535.' })
  port!: number;

  @Field(() => MailSecurityType, { description: 'NONE for a server on the same machine only.' })
  security!: MailSecurity;

  @Field(() => Int, {
    defaultValue: 10,
    description: 'Longest wait for each step in seconds, 1 to 60.',
  })
  timeoutSeconds!: number;

  @Field(() => MailAuthenticationType, { description: 'How the server knows who sends.' })
  authentication!: MailAuthentication;

  @Field(() => String, { nullable: true, description: 'At most 254 code points.' })
  username?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Write-only; absent keeps. Needed again when host or user change.',
  })
  password?: string | null;

  @Field(() => MailOauth2InputType, { nullable: true, description: 'Required for OAUTH2.' })
  oauth2?: MailOauth2InputType | null;
}

@InputType({ description: 'To whom a test mail goes.' })
export class SendTestMailInput {
  @Field(() => String, { description: 'One e-mail address.' })
  to!: string;

  @Field(() => String, { nullable: true, description: 'Language of the mail; default English.' })
  locale?: string | null;
}

@InputType({ description: 'What the provider sent back with the person.' })
export class FinishMailConsentInput {
  @Field(() => String, { description: 'As it was given to the provider.' })
  state!: string;

  @Field(() => String, { description: 'Good once, for a short time.' })
  code!: string;
}
