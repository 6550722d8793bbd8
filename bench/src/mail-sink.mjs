import { setTimeout as delay } from 'node:timers/promises';
import { SMTPServer } from 'smtp-server';

/** Takes every mail and keeps the secret of its activation link, by recipient. */
export async function startMailSink() {
  const secrets = new Map();
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    disableReverseLookup: true,
    onData(stream, session, callback) {
      const chunks = [];
      stream.on('data', (chunk) => chunks.push(chunk));
      stream.on('end', () => {
        const text = Buffer.concat(chunks).toString().replace(/=\r\n/g, '').replaceAll('=3D', '=');
        const secret = /\/signup\/activate[^#\s]*#([\w.-]+)/.exec(text)?.[1];
        if (secret) secrets.set(session.envelope.rcptTo[0].address, secret);
        callback();
      });
    },
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `smtp://127.0.0.1:${server.server.address().port}`,
    secrets,
    /** Waits until the queue has delivered this many activation mails. */
    async until(count) {
      while (secrets.size < count) await delay(100);
    },
    stop: () => new Promise((resolve) => server.close(resolve)),
  };
}
