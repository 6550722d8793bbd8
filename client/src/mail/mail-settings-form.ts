import type {
  MailAuthentication,
  MailProvider,
  MailSecurity,
  MailServerFieldsFragment,
  SaveMailSettingsInput,
} from '../generated/graphql';

export interface MailSettingsForm {
  provider: MailProvider;
  fromName: string;
  fromAddress: string;
  host: string;
  port: number;
  security: MailSecurity;
  timeoutSeconds: number;
  authentication: MailAuthentication;
  username: string;
  /** Empty: the saved one stays. */
  password: string;
  oauth2: {
    clientId: string;
    /** Empty: the saved one stays. */
    clientSecret: string;
    directoryId: string;
    authorizationUrl: string;
    tokenUrl: string;
    scope: string;
  };
}

type Preset = Pick<MailSettingsForm, 'host' | 'port' | 'security' | 'authentication' | 'username'>;

/** What the providers' own pages say; Gmail and Microsoft take no plain passwords any more. */
const PRESETS: Record<MailProvider, Preset> = {
  SENDGRID: {
    host: 'smtp.sendgrid.net',
    port: 587,
    security: 'STARTTLS',
    authentication: 'PASSWORD',
    username: 'apikey',
  },
  GMAIL: {
    host: 'smtp.gmail.com',
    port: 465,
    security: 'TLS',
    authentication: 'OAUTH2',
    username: '',
  },
  OFFICE_365: {
    host: 'smtp.office365.com',
    port: 587,
    security: 'STARTTLS',
    authentication: 'OAUTH2',
    username: '',
  },
  OTHER: { host: '', port: 587, security: 'STARTTLS', authentication: 'PASSWORD', username: '' },
};

export const PROVIDERS = Object.keys(PRESETS) as MailProvider[];

const NO_CLIENT: MailSettingsForm['oauth2'] = {
  ...{ clientId: '', clientSecret: '', directoryId: '' },
  ...{ authorizationUrl: '', tokenUrl: '', scope: '' },
};

/** A chosen provider fills in what is known of it; sender and secrets are the person's own. */
export const withPreset = (form: MailSettingsForm, provider: MailProvider): MailSettingsForm => ({
  ...form,
  ...PRESETS[provider],
  provider,
  password: '',
  oauth2: { ...NO_CLIENT },
});

export function toForm(settings: MailServerFieldsFragment['settings']): MailSettingsForm {
  const fresh: MailSettingsForm = {
    ...{ provider: 'OTHER', fromName: '', fromAddress: '', timeoutSeconds: 10, password: '' },
    ...PRESETS.OTHER,
    oauth2: { ...NO_CLIENT },
  };
  if (!settings) return fresh;
  const { oauth2 } = settings;
  return {
    provider: settings.provider,
    fromName: settings.fromName ?? '',
    fromAddress: settings.fromAddress,
    host: settings.host,
    port: settings.port,
    security: settings.security,
    timeoutSeconds: settings.timeoutSeconds,
    authentication: settings.authentication,
    username: settings.username ?? '',
    password: '',
    oauth2: {
      clientId: oauth2?.clientId ?? '',
      clientSecret: '',
      directoryId: oauth2?.directoryId ?? '',
      authorizationUrl: oauth2?.authorizationUrl ?? '',
      tokenUrl: oauth2?.tokenUrl ?? '',
      scope: oauth2?.scope ?? '',
    },
  };
}

/** Empty texts are left out: of secrets, that keeps the saved one. */
const given = (text: string) => text.trim() || undefined;

export function toInput(form: MailSettingsForm): SaveMailSettingsInput {
  const { authentication, oauth2, provider } = form;
  const endpoints =
    provider === 'OTHER'
      ? {
          authorizationUrl: given(oauth2.authorizationUrl),
          tokenUrl: given(oauth2.tokenUrl),
          scope: given(oauth2.scope),
        }
      : {};
  return {
    provider,
    authentication,
    fromName: form.fromName.trim() || null,
    fromAddress: form.fromAddress.trim(),
    host: form.host.trim(),
    port: form.port,
    security: form.security,
    timeoutSeconds: form.timeoutSeconds,
    ...(authentication !== 'NONE' && { username: form.username.trim() }),
    ...(authentication === 'PASSWORD' && { password: form.password || undefined }),
    ...(authentication === 'OAUTH2' && {
      oauth2: {
        clientId: oauth2.clientId.trim(),
        clientSecret: oauth2.clientSecret || undefined,
        directoryId: provider === 'OFFICE_365' ? given(oauth2.directoryId) : undefined,
        ...endpoints,
      },
    }),
  };
}
