import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readEnv, variableNames, type Mode } from './read-env.js';

const key = 'a1'.repeat(32);
const production = {
  DATABASE_URL: 'postgres://owner:password@db/gatehouse',
  PUBLIC_URL: 'https://console.example.com',
  SECRET_KEY: key,
  SMTP_URL: 'smtps://user:password@mail.example.com',
};

/** What the error says of each variable, one line each. */
const faultsOf = (variables: Record<string, string>, mode: Mode = 'demo'): string[] => {
  try {
    readEnv(variables, mode);
    return [];
  } catch (error) {
    const [title, ...faults] = (error as Error).message.split('\n');
    expect(title).toBe('The configuration has faults:');
    return faults.map((fault) => fault.trim());
  }
};

const namesIn = (faults: readonly string[]): (string | undefined)[] =>
  faults.map((fault) => fault.split(' ')[0]);

describe('the environment', () => {
  it('needs nothing for the demo', () => {
    expect(readEnv({}, 'demo')).toMatchObject({ HOST: '127.0.0.1', PORT: 3000, DATA_DIR: '.data' });
  });

  it('names every fault at once, of form and of what production needs', () => {
    const faults = faultsOf(
      {
        DATABASE_URL: 'mysql://db',
        PORT: '70000',
        LOG_LEVEL: 'loud',
        TRUSTED_PROXIES: '10.0.0.0/8,proxy',
        MAIL_FROM: 'nobody',
      },
      'production',
    );
    expect(namesIn(faults).sort()).toEqual([
      'DATABASE_URL',
      'LOG_LEVEL',
      'MAIL_FROM',
      'PORT',
      'PUBLIC_URL',
      'SECRET_KEY',
      'SMTP_URL',
      'TRUSTED_PROXIES',
    ]);
    for (const fault of faults) expect(fault).toMatch(/ (is|holds) /);
  });

  it('never repeats a value, which may be a secret', () => {
    const faults = faultsOf({
      SECRET_KEY: 'hunter2',
      DATABASE_URL: 'hunter2',
      SMTP_URL: 'hunter2',
      PORT: 'hunter2',
      LOG_LEVEL: 'hunter2',
    });
    expect(faults).toHaveLength(5);
    expect(faults.join()).not.toContain('hunter2');
  });

  it.each(['DATABASE_URL', 'PUBLIC_URL', 'SECRET_KEY', 'SMTP_URL'])(
    'reads a production without faults, where an empty %s is a missing one',
    (name) => {
      expect(faultsOf(production, 'production')).toEqual([]);
      const faults = namesIn(faultsOf({ ...production, [name]: '' }, 'production'));
      // Without a database there is no production at all: load-config asks for none.
      expect(faults).toEqual(name === 'DATABASE_URL' ? [] : [name]);
    },
  );

  it.each([
    'http://console.example.com',
    'http://192.168.1.4:3000',
    'http://127.0.0.1:3000',
    'http://localhost.example.com',
    'https://example.com/console',
    'https://user@example.com',
    'https://example.com/?a=b',
    'ftp://example.com',
    'console.example.com',
  ])('refuses %s as the address of the console', (address) => {
    expect(namesIn(faultsOf({ PUBLIC_URL: address }))).toEqual(['PUBLIC_URL']);
  });

  it.each(['http://localhost:3000', 'http://gate.localhost', 'https://console.example.com/'])(
    'takes %s as the address of the console',
    (address) => {
      expect(faultsOf({ PUBLIC_URL: address })).toEqual([]);
    },
  );

  it('takes plain http to a captcha on this machine only', () => {
    expect(faultsOf({ RECAPTCHA_VERIFY_URL: 'http://127.0.0.1:9000/verify' })).toEqual([]);
    const faults = faultsOf({ RECAPTCHA_VERIFY_URL: 'http://captcha.example.com/verify' });
    expect(namesIn(faults)).toEqual(['RECAPTCHA_VERIFY_URL']);
  });

  it('reads a file with Windows line ends like any other', () => {
    const windows = Object.fromEntries(
      Object.entries(production).map(([name, value]) => [name, `${value}\r`]),
    );
    expect(readEnv(windows, 'production')).toEqual(readEnv(production, 'production'));
  });

  it.each(['Gatehouse\r\nBcc: <a@example.com>', 'a@example.com, b@example.com', 'Gatehouse'])(
    'refuses %j as a sender',
    (sender) => {
      expect(namesIn(faultsOf({ MAIL_FROM: sender }))).toEqual(['MAIL_FROM']);
    },
  );

  it.each(['no-reply@example.com', 'Gatehouse <no-reply@example.com>', '"A, B" <a@b.example>'])(
    'takes %j as a sender',
    (sender) => {
      expect(readEnv({ MAIL_FROM: sender }, 'demo').MAIL_FROM).toBe(sender);
    },
  );

  it('takes apart the list of proxies', () => {
    const proxies = (text: string) => readEnv({ TRUSTED_PROXIES: text }, 'demo').TRUSTED_PROXIES;
    expect(proxies(' 10.0.0.0/8 , ,2001:db8::1,loopback')).toEqual([
      '10.0.0.0/8',
      '2001:db8::1',
      'loopback',
    ]);
    expect(proxies('')).toEqual([]);
  });

  it('is documented in .env.example, variable by variable', () => {
    const file = readFileSync(new URL('../../../.env.example', import.meta.url), 'utf8');
    const documented = [...file.matchAll(/^#?([A-Z][A-Z_]+)=/gm)].map(([, name]) => name);
    expect(documented.sort()).toEqual([...variableNames].sort());
  });
});
