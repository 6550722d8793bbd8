import { createServer, type Socket } from 'node:net';
import type { AddressInfo } from 'node:net';

/** A mail server of a journey's own: as much of SMTP as a mail needs. */
export interface MailServer {
  readonly port: number;
  /** Of mails that it took. */
  readonly recipients: readonly string[];
  accept(): void;
  /** From now on every recipient is refused with this line. */
  refuse(answer: string): void;
  stop(): Promise<void>;
}

export async function startMailServer(): Promise<MailServer> {
  const recipients: string[] = [];
  let refusal = '';

  const converse = (socket: Socket) => {
    let inData = false;
    let rest = '';
    const say = (line: string) => socket.write(`${line}\r\n`);
    const hear = (line: string) => {
      if (inData) {
        if (line === '.') inData = false;
        return line === '.' ? say('250 2.0.0 queued') : undefined;
      }
      const [, to = ''] = /^RCPT TO:<([^>]*)>/i.exec(line) ?? [];
      if (to && refusal) return say(refusal);
      if (to) recipients.push(to);
      if (/^DATA/i.test(line)) {
        inData = true;
        return say('354 go on');
      }
      return say(/^QUIT/i.test(line) ? '221 bye' : '250 fine');
    };
    socket.on('error', () => socket.destroy());
    socket.on('data', (chunk: Buffer) => {
      const lines = (rest + chunk.toString()).split('\r\n');
      rest = lines.pop() ?? '';
      lines.forEach(hear);
    });
    say('220 a mail server of the journey');
  };

  const server = createServer(converse);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    port: (server.address() as AddressInfo).port,
    recipients,
    accept: () => (refusal = ''),
    refuse: (answer) => (refusal = answer),
    stop: () => new Promise((resolve) => server.close(() => resolve())),
  };
}
