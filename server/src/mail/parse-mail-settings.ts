import { emailAddressMessages, parseEmailAddress } from '../platform/email/email-address.js';
import { inputFault, type InputFault, type InputFaults } from '../platform/input-fault.js';
import { fail, ok, type Result } from '../platform/result.js';
import { parseText, textAdvice, type TextRule } from '../platform/text.js';
import { isLoopbackHost, type MailProvider, type MailSecurity } from './mail-settings.js';
import { parseMailHost } from './mail-host.js';
import type { MailAuthentication, MailSettings } from './mail-settings.js';
import { parseOauthClient, type OauthClientInput } from './parse-oauth-client.js';

export type MailSettingsErrorCode =
  | 'REQUIRED'
  | 'TOO_LONG'
  | 'INVALID_TEXT'
  | 'INVALID_EMAIL'
  | 'INVALID_HOST'
  | 'HOST_NOT_ALLOWED'
  | 'OUT_OF_RANGE'
  | 'TLS_REQUIRED'
  | 'SECRET_NEEDED_AGAIN'
  | 'OAUTH2_NOT_OFFERED'
  | 'INVALID_URL'
  | 'URL_NOT_ALLOWED';

/** Mail settings as an administrator sends them. Of secrets, absent keeps what is saved. */
export interface MailSettingsInput {
  readonly provider: MailProvider;
  readonly fromName?: string | null | undefined;
  readonly fromAddress: string;
  readonly host: string;
  readonly port: number;
  readonly security: MailSecurity;
  readonly timeoutSeconds: number;
  readonly authentication: MailAuthentication;
  readonly username?: string | null | undefined;
  readonly password?: string | null | undefined;
  readonly oauth2?: OauthClientInput | null | undefined;
}

export interface ParseContext {
  /** What is stored now. */
  readonly saved: MailSettings | null;
  /** Whether hosts on private networks may be named: the operator's own people may. */
  readonly mayBePrivate: boolean;
  readonly sealPassword: (password: string) => string;
  readonly sealClientSecret: (secret: string) => string;
  readonly now: Date;
}

type Fault = InputFault<MailSettingsErrorCode>;

const nameRule = { max: 100 } as const;
const usernameRule = { max: 254, required: true } as const;
/** Code points; access tokens that some providers call passwords are long. */
const passwordRule = { max: 1_000, required: true } as const;
const longestTimeout = 60;
const lastPort = 65_535;

/** Collects the faults of a form while its values are read. */
export const createFaultList = () => {
  const faults: Fault[] = [];
  const add = (field: string, code: MailSettingsErrorCode, message: string): null => {
    faults.push(inputFault(field, code, message));
    return null;
  };
  return {
    faults,
    add,
    text(field: string, value: string | null | undefined, rule: TextRule): string | null {
      const parsed = parseText(value, rule);
      return parsed.ok
        ? parsed.value
        : add(field, parsed.failure, textAdvice(parsed.failure, rule));
    },
    wholeNumber(field: string, value: number, most: number): void {
      if (Number.isInteger(value) && value >= 1 && value <= most) return;
      add(field, 'OUT_OF_RANGE', `Use a whole number from 1 to ${most}.`);
    },
  };
};
export type FaultList = ReturnType<typeof createFaultList>;

const checkSecurity = (list: FaultList, security: MailSecurity, host: string | null): void => {
  if (security !== 'NONE' || host === null || isLoopbackHost(host)) return;
  const message =
    'Without encryption anybody on the way reads mail and password: choose TLS or STARTTLS.';
  list.add('security', 'TLS_REQUIRED', message);
};

/** A kept password must not be handed to a server that it was not typed for. */
const parsePassword = (
  list: FaultList,
  input: MailSettingsInput,
  account: { readonly host: string | null; readonly username: string | null },
  { saved, sealPassword }: ParseContext,
): string | null => {
  if (input.password != null) {
    const password = list.text('password', input.password, passwordRule);
    return password === null ? null : sealPassword(password);
  }
  if (!saved?.sealedPassword) {
    return list.add('password', 'REQUIRED', textAdvice('REQUIRED', passwordRule));
  }
  if (saved.host === account.host && saved.username === account.username) {
    return saved.sealedPassword;
  }
  const message = 'Enter the password again: the saved one belongs to another server or user.';
  return list.add('password', 'SECRET_NEEDED_AGAIN', message);
};

/** Checks what an administrator entered and seals the secrets. */
export const parseMailSettings = (
  input: MailSettingsInput,
  context: ParseContext,
): Result<MailSettings, InputFaults<MailSettingsErrorCode>> => {
  const list = createFaultList();
  const fromName = list.text('fromName', input.fromName, nameRule);
  const from = parseEmailAddress(input.fromAddress);
  if (!from.ok) list.add('fromAddress', from.failure, emailAddressMessages[from.failure]);
  const parsedHost = parseMailHost(input.host, context.mayBePrivate);
  if (!parsedHost.ok) list.add('host', parsedHost.failure.code, parsedHost.failure.message);
  const host = parsedHost.ok ? parsedHost.value : null;
  list.wholeNumber('port', input.port, lastPort);
  list.wholeNumber('timeoutSeconds', input.timeoutSeconds, longestTimeout);
  checkSecurity(list, input.security, host);

  const { authentication } = input;
  const username =
    authentication === 'NONE' ? null : list.text('username', input.username, usernameRule);
  const sealedPassword =
    authentication === 'PASSWORD' ? parsePassword(list, input, { host, username }, context) : null;
  const oauth2 = authentication === 'OAUTH2' ? parseOauthClient(list, input, context) : null;

  if (!from.ok || host === null || list.faults.length > 0) return fail(list.faults);
  const { provider, port, security, timeoutSeconds } = input;
  return ok({
    ...{ provider, fromName, host, port, security, timeoutSeconds, authentication, username },
    ...{ sealedPassword, oauth2 },
    fromAddress: from.value.asTyped,
    updatedAt: context.now,
  });
};
