import { randomBytes } from 'node:crypto';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { defaultLimits, type Limits } from './limits.js';
import { readEnv, type Mode } from './read-env.js';

export interface Config {
  readonly mode: Mode;
  readonly host: string;
  readonly port: number;
  /** The console's address as an origin, or null: then it follows the port listened on. */
  readonly publicUrl: string | null;
  /** Null: embedded PostgreSQL. */
  readonly databaseUrl: string | null;
  readonly directDatabaseUrl: string | null;
  /** Null: the demo's inbox. */
  readonly smtpUrl: string | null;
  readonly mailFrom: string;
  /** Operator-only: mail servers of tenants may be on private networks. */
  readonly tenantMailToPrivateNetworks: boolean;
  readonly dataDir: string;
  /** 32 bytes. */
  readonly secretKey: Buffer;
  readonly trustedProxies: readonly string[];
  /** Operator-only: webhooks may call this machine. */
  readonly webhooksToLoopback: boolean;
  readonly logLevel: string;
  readonly recaptcha: { readonly scriptUrl: string; readonly verifyUrl: string };
  readonly limits: Limits;
}

const keyBytes = 32;

/** The key of a demo: made at its first start and kept beside its data. */
const keptKey = async (dataDir: string): Promise<Buffer> => {
  const file = resolve(dataDir, 'secret-key');
  try {
    const key = Buffer.from((await readFile(file, 'utf8')).trim(), 'hex');
    if (key.length === keyBytes) return key;
    throw new Error(`${file} does not hold 64 hex digits: restore it, or delete it with the data.`);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
    const key = randomBytes(keyBytes);
    await mkdir(dataDir, { recursive: true });
    await writeFile(file, `${key.toString('hex')}\n`, { mode: 0o600, flag: 'wx' });
    return key;
  }
};

/**
 * Environment and command line, checked once; nothing else reads either.
 * @throws one error that names every fault
 */
export const loadConfig = async (
  variables: NodeJS.ProcessEnv,
  args: readonly string[],
): Promise<Config> => {
  const hasDatabase = Boolean(variables['DATABASE_URL']?.trim());
  const mode: Mode = args.includes('--demo') || !hasDatabase ? 'demo' : 'production';
  const env = readEnv(variables, mode);
  const dataDir = resolve(env.DATA_DIR);
  return {
    mode,
    host: env.HOST,
    port: env.PORT,
    publicUrl: env.PUBLIC_URL ? new URL(env.PUBLIC_URL).origin : null,
    databaseUrl: env.DATABASE_URL ?? null,
    directDatabaseUrl: env.DIRECT_DATABASE_URL ?? env.DATABASE_URL ?? null,
    smtpUrl: env.SMTP_URL ?? null,
    mailFrom: env.MAIL_FROM,
    tenantMailToPrivateNetworks: env.TENANT_MAIL_TO_PRIVATE_NETWORKS,
    dataDir,
    secretKey: env.SECRET_KEY ? Buffer.from(env.SECRET_KEY, 'hex') : await keptKey(dataDir),
    trustedProxies: env.TRUSTED_PROXIES,
    webhooksToLoopback: env.WEBHOOKS_TO_LOOPBACK,
    logLevel: env.LOG_LEVEL,
    recaptcha: { scriptUrl: env.RECAPTCHA_SCRIPT_URL, verifyUrl: env.RECAPTCHA_VERIFY_URL },
    limits: defaultLimits,
  };
};
