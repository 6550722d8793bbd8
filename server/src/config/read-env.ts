import { z } from 'zod';

const absoluteUrl = (text: string): boolean =>
  URL.canParse(text) && /^https?:$/.test(new URL(text).protocol);

const address = z
  .string()
  .refine(absoluteUrl, 'is an address such as https://console.example.com')
  .refine(
    (text) => !absoluteUrl(text) || new URL(text).pathname === '/',
    'has no path: the console needs a host of its own',
  )
  .refine(
    (text) => !absoluteUrl(text) || !isPlainHttpElsewhere(new URL(text)),
    'needs https: browsers send the session cookie over plain http to localhost only',
  );

const isPlainHttpElsewhere = (url: URL): boolean =>
  url.protocol === 'http:' && url.hostname !== 'localhost' && !url.hostname.endsWith('.localhost');

/** The environment, with what each variable means. `.env.example` says the same to operators. */
const environment = z.object({
  /** Address to listen on. */
  HOST: z.string().min(1).default('127.0.0.1'),
  PORT: z.coerce.number().int().min(0).max(65_535).default(3000),
  /** The console's address; without it http://localhost:PORT. */
  PUBLIC_URL: address.optional(),
  DATABASE_URL: z
    .string()
    .regex(/^postgres(ql)?:\/\//, 'is an address such as postgres://owner:password@host/database')
    .optional(),
  /** Around a pooler, for LISTEN, the queue and migrations; without it DATABASE_URL. */
  DIRECT_DATABASE_URL: z
    .string()
    .regex(/^postgres(ql)?:\/\//, 'is an address such as postgres://owner:password@host/database')
    .optional(),
  SMTP_URL: z
    .string()
    .regex(/^smtps?:\/\//, 'is an address such as smtps://user:password@host')
    .optional(),
  /** Sender of system mail. */
  MAIL_FROM: z.string().min(3).default('Gatehouse <no-reply@localhost>'),
  /** Where embedded PostgreSQL, the inbox and the generated key live. */
  DATA_DIR: z.string().min(1).default('.data'),
  /** 32 random bytes as 64 hex digits. */
  SECRET_KEY: z
    .string()
    .regex(/^[0-9a-f]{64}$/i, 'is 64 hex digits: make one with `openssl rand -hex 32`')
    .optional(),
  /** Comma-separated addresses or networks whose X-Forwarded-* headers count. */
  TRUSTED_PROXIES: z.string().default(''),
  LOG_LEVEL: z.enum(['trace', 'debug', 'info', 'warn', 'error', 'silent']).default('info'),
  /** Operator-only: a mirror of reCAPTCHA's script, or a stand-in in tests. */
  RECAPTCHA_SCRIPT_URL: z.url().default('https://www.google.com/recaptcha/api.js'),
  RECAPTCHA_VERIFY_URL: z.url().default('https://www.google.com/recaptcha/api/siteverify'),
});

export type Environment = z.infer<typeof environment>;

/**
 * Reads and checks the environment once.
 * @throws one error that names every fault
 */
export const readEnv = (variables: NodeJS.ProcessEnv): Environment => {
  const set = Object.fromEntries(Object.entries(variables).filter(([, value]) => value !== ''));
  const result = environment.safeParse(set);
  if (result.success) return result.data;
  const faults = result.error.issues.map((issue) => `  ${issue.path.join('.')} ${issue.message}`);
  throw new Error(`The configuration has faults:\n${faults.join('\n')}`);
};
