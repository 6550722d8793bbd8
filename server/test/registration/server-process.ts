import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { onTestFinished } from 'vitest';
import { createBrowser, type Browser } from '../harness/app.js';

const program = fileURLToPath(new URL('../../dist/app/main.js', import.meta.url));

/** The built server as a process of its own, which can be killed. */
export interface ServerProcess {
  /** What stands in the link that makes the first system administrator. */
  readonly setupSecret: string | undefined;
  browser(host?: string): Browser;
  /** Without a word, at whatever it is doing. */
  kill(): Promise<void>;
}

/** Starts it in production mode and waits until it answers; it ends with the test at the latest. */
export const startServerProcess = async (options: {
  readonly port: number;
  readonly databaseUrl: string;
  readonly smtpUrl: string;
  readonly secretKey: string;
}): Promise<ServerProcess> => {
  const { port } = options;
  const child = spawn(process.execPath, [program], {
    env: {
      PATH: process.env['PATH'],
      PORT: String(port),
      PUBLIC_URL: `http://localhost:${port}`,
      DATABASE_URL: options.databaseUrl,
      SMTP_URL: options.smtpUrl,
      SECRET_KEY: options.secretKey,
      LOG_LEVEL: 'silent',
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const ended = once(child, 'exit');
  const kill = async (): Promise<void> => {
    child.kill('SIGKILL');
    await ended;
  };
  onTestFinished(kill);

  let said = '';
  const up = new Promise<void>((resolve) => {
    for (const stream of [child.stdout, child.stderr]) {
      stream.on('data', (chunk: Buffer) => {
        said += chunk.toString('utf8');
        if (said.includes('answers at')) resolve();
      });
    }
  });
  await Promise.race([
    up,
    ended.then(() => Promise.reject(new Error(`The built server did not start:\n${said}`))),
  ]);
  return {
    setupSecret: /\/setup#(\S+)/.exec(said)?.[1],
    browser: (host = 'localhost') => createBrowser(port, host),
    kill,
  };
};
