// The server under test, in a process of its own: as built, but with limits that nobody meets and
// captchas that are solved at the first try. Making and checking them costs the server the same.
import 'reflect-metadata';
import { randomBytes } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import { Session } from 'node:inspector/promises';
import { startServer } from '../../server/dist/app/start-server.js';
import { defaultLimits } from '../../server/dist/config/limits.js';
import { createLog } from '../../server/dist/platform/log/log.js';

const noLimits = Object.fromEntries(
  Object.keys(defaultLimits).map((name) => [name, { points: 1_000_000_000, seconds: 60 }]),
);

let server;
let profiler;

const answers = {
  async start({ databaseUrl, smtpUrl, administrator }) {
    server = await startServer({
      host: '127.0.0.1',
      port: 0,
      publicUrl: null,
      databaseUrl,
      directDatabaseUrl: databaseUrl,
      smtp: { smtpUrl, mailFrom: 'Gatehouse <no-reply@localhost>', privateNetworks: false },
      secretKey: randomBytes(32),
      trustedProxies: ['loopback'],
      recaptcha: { scriptUrl: 'http://localhost', verifyUrl: 'http://localhost' },
      limits: noLimits,
      log: createLog('warn'),
      altchaWork: { iterations: 1_000, maxTries: 1 },
    });
    await server.slices.identity.createTenantWithAdministrator('Bench', administrator);
    return { port: server.port };
  },

  async profile() {
    profiler = new Session();
    profiler.connect();
    await profiler.post('Profiler.enable');
    await profiler.post('Profiler.start');
  },

  async endProfile({ file }) {
    const { profile } = await profiler.post('Profiler.stop');
    profiler.disconnect();
    await writeFile(file, JSON.stringify(profile));
  },
};

process.on('message', ({ what, ...settings }) => {
  answers[what](settings).then(
    (answer) => process.send(answer ?? {}),
    (error) => {
      console.error(error);
      process.exit(1);
    },
  );
});
process.on('SIGTERM', () => void server.stop().then(() => process.exit(0)));
