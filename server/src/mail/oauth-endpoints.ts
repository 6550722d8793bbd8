import type { MailProvider } from './mail-settings.js';

/** Where consent is asked for, and what for. */
export interface OauthEndpoints {
  readonly authorizationUrl: string;
  readonly tokenUrl: string;
  readonly scope: string;
}

/** Microsoft's word for accounts of any organisation. */
const anyDirectory = 'common';

/**
 * As the providers' own pages say: developers.google.com/workspace/gmail/imap/xoauth2-protocol and
 * learn.microsoft.com, «Authenticate an IMAP, POP or SMTP connection using OAuth».
 * @param directoryId Microsoft's tenant id
 * @returns null where the endpoints are typed, or where there is no OAuth 2
 */
export const endpointsOf = (
  provider: MailProvider,
  directoryId: string | null,
): OauthEndpoints | null => {
  switch (provider) {
    case 'GMAIL':
      return {
        authorizationUrl: 'https://accounts.google.com/o/oauth2/v2/auth',
        tokenUrl: 'https://oauth2.googleapis.com/token',
        scope: 'https://mail.google.com/',
      };
    case 'OFFICE_365': {
      const base = `https://login.microsoftonline.com/${encodeURIComponent(directoryId ?? anyDirectory)}`;
      return {
        authorizationUrl: `${base}/oauth2/v2.0/authorize`,
        tokenUrl: `${base}/oauth2/v2.0/token`,
        scope: 'https://outlook.office.com/SMTP.Send offline_access',
      };
    }
    default:
      return null;
  }
};
