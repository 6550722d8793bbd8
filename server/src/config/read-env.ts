import ipaddr from 'ipaddr.js';
import { z } from 'zod';

/** How the program runs: the demo brings all its parts, production brings none. */
export type Mode = 'demo' | 'production';

const isWebAddress = (text: string): boolean =>
  URL.canParse(text) && /^https?:$/.test(new URL(text).protocol);

/** Judges the rest of an address; what is none has had its message already. */
const ofAddress =
  (accepts: (url: URL) => boolean) =>
  (text: string): boolean =>
    !isWebAddress(text) || accepts(new URL(text));

const isLocalhost = ({ hostname }: URL): boolean =>
  hostname === 'localhost' || hostname.endsWith('.localhost');

const isLoopback = (url: URL): boolean =>
  isLocalhost(url) || ['127.0.0.1', '[::1]'].includes(url.hostname);

const consoleAddress = z
  .string()
  .refine(isWebAddress, 'is an address such as https://console.example.com')
  .refine(
    ofAddress((url) => url.href === `${url.origin}/`),
    'has nothing behind host and port: the console needs a host of its own',
  )
  .refine(
    ofAddress((url) => url.protocol === 'https:' || isLocalhost(url)),
    'needs https: browsers send the session cookie over plain http to localhost only',
  );

const captchaAddress = z
  .string()
  .refine(isWebAddress, 'is an address such as https://www.google.com/recaptcha/api.js')
  .refine(
    ofAddress((url) => url.protocol === 'https:' || isLoopback(url)),
    'needs https, but on this machine',
  );

const databaseAddress = z
  .string()
  .regex(/^postgres(ql)?:\/\//, 'is an address such as postgres://owner:password@host/database');

/** Ranges that Express knows by name. */
const namedNetworks = new Set(['loopback', 'linklocal', 'uniquelocal']);

const isNetwork = (entry: string): boolean =>
  namedNetworks.has(entry) || ipaddr.isValid(entry) || ipaddr.isValidCIDR(entry);

const networks = z
  .string()
  .transform((text) => text.split(',').flatMap((entry) => entry.trim() || []))
  .refine(
    (entries) => entries.every(isNetwork),
    'holds addresses or networks separated by commas, such as 10.0.0.0/8,192.168.1.4',
  );

const logLevels = ['trace', 'debug', 'info', 'warn', 'error', 'silent'] as const;
const portRange = 'is a whole number from 0 to 65535';
/** One address, alone or behind a name. */
const sender = /^(?:[^\s@<>,]+@[^\s@<>,]+|[^\p{Cc}<>]*<[^\s@<>,]+@[^\s@<>,]+>)$/u;

/** The environment, with what each variable means. `.env.example` says the same to operators. */
const environment = z.object({
  /** Address to listen on. */
  HOST: z.string().default('127.0.0.1'),
  PORT: z.coerce
    .number(portRange)
    .int(portRange)
    .min(0, portRange)
    .max(65_535, portRange)
    .default(3000),
  /** The console's address; without it http://localhost:PORT. */
  PUBLIC_URL: consoleAddress.optional(),
  DATABASE_URL: databaseAddress.optional(),
  /** Around a pooler, for LISTEN, the queue and migrations; without it DATABASE_URL. */
  DIRECT_DATABASE_URL: databaseAddress.optional(),
  SMTP_URL: z
    .string()
    .regex(/^smtps?:\/\//, 'is an address such as smtps://user:password@host')
    .optional(),
  /** Sender of system mail. */
  MAIL_FROM: z
    .string()
    .regex(sender, 'is a sender such as Gatehouse <no-reply@example.com>')
    .default('Gatehouse <no-reply@localhost>'),
  /** Operator-only: mail servers that tenants name may be on private networks and this machine. */
  TENANT_MAIL_TO_PRIVATE_NETWORKS: z
    .enum(['true', 'false'], 'is true or false')
    .default('false')
    .transform((text) => text === 'true'),
  /** Where embedded PostgreSQL, the inbox and the generated key live. */
  DATA_DIR: z.string().default('.data'),
  /** 32 random bytes as 64 hex digits. */
  SECRET_KEY: z
    .string()
    .regex(/^[0-9a-f]{64}$/i, 'is 64 hex digits: make one with `openssl rand -hex 32`')
    .optional(),
  /** Comma-separated addresses or networks whose X-Forwarded-* headers count. */
  TRUSTED_PROXIES: networks.default([]),
  /** Operator-only, for development and tests: webhooks may call this machine, by plain http, too. */
  WEBHOOKS_TO_LOOPBACK: z
    .enum(['true', 'false'], 'is true or false')
    .default('false')
    .transform((text) => text === 'true'),
  LOG_LEVEL: z.enum(logLevels, `is one of ${logLevels.join(', ')}`).default('info'),
  /** Operator-only: a mirror of reCAPTCHA's script, or a stand-in in tests. */
  RECAPTCHA_SCRIPT_URL: captchaAddress.default('https://www.google.com/recaptcha/api.js'),
  RECAPTCHA_VERIFY_URL: captchaAddress.default('https://www.google.com/recaptcha/api/siteverify'),
});

export type Environment = z.infer<typeof environment>;

/** Every variable that is read. */
export const variableNames: readonly string[] = Object.keys(environment.shape);

/** What production can't do without, and why. */
const neededInProduction = {
  SECRET_KEY: 'make one with `openssl rand -hex 32`',
  PUBLIC_URL: "the console's address",
  SMTP_URL: 'nobody could confirm an address',
} as const;

/** An empty variable counts as absent; space around a value is an accident, such as a stray CR. */
const withoutBlanks = (variables: NodeJS.ProcessEnv): Record<string, string> =>
  Object.fromEntries(
    Object.entries(variables).flatMap(([name, value]) => {
      const text = value?.trim();
      return text ? [[name, text]] : [];
    }),
  );

/**
 * Reads and checks the environment once.
 * @throws one error that names every fault, and no value: some are secret
 */
export const readEnv = (variables: NodeJS.ProcessEnv, mode: Mode): Environment => {
  const set = withoutBlanks(variables);
  const needed = mode === 'production' ? Object.entries(neededInProduction) : [];
  const missing = needed
    .filter(([name]) => set[name] === undefined)
    .map(([name, why]) => `${name} is required in production: ${why}`);
  const result = environment.safeParse(set);
  if (result.success && missing.length === 0) return result.data;
  const malformed = (result.error?.issues ?? []).map(
    ({ path, message }) => `${path.join('.')} ${message}`,
  );
  const faults = [...malformed, ...missing].map((fault) => `  ${fault}`);
  throw new Error(`The configuration has faults:\n${faults.join('\n')}`);
};
