import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { addMs, hourMs } from '../../src/platform/clock.js';
import {
  activation,
  code,
  createMailWorld,
  newMail,
  secret,
  type MailWorld,
} from './mail-world.js';

const to = newMail.to;
let world: MailWorld;

beforeEach(async () => {
  world = await createMailWorld();
  world.mail.compose('activation', { prepare: async () => ({ send: activation }) });
});

afterEach(() => world.stop());

const stateOf = async (id: string) => {
  const { state, attempts } = await world.find(id);
  return { state, attempts };
};
const reaches = (id: string, expected: { state: string; attempts: number }) =>
  expect.poll(() => stateOf(id), { timeout: 10_000 }).toEqual(expected);

describe('a queued mail', () => {
  it('arrives as text and HTML, in the language of the recipient', async () => {
    await world.startWorker();
    const id = await world.queue({ locale: 'de-AT', to: 'Ada@Bücher.example' });
    const mail = await world.trap.next('Ada@xn--bcher-kva.example');
    expect(mail).toMatchObject({
      recipients: ['Ada@xn--bcher-kva.example'],
      subject: 'Bestätigen Sie Ihre E-Mail-Adresse',
      messageId: `<${id}@mail.example>`,
    });
    expect(mail.from?.text).toBe('"Gatehouse" <no-reply@mail.example>');
    expect(mail.headers.get('auto-submitted')).toBe('auto-generated');
    for (const body of [mail.text, mail.html]) {
      expect(body).toContain(activation.secrets.url);
      expect(body).toContain(code);
    }
    await reaches(id, { state: 'SENT', attempts: 1 });
    expect(await world.find(id)).toMatchObject({ sentAs: 'activation', lastError: null });
  });

  it('does not exist when its transaction rolls back', async () => {
    const fault = new Error('changed my mind');
    const attempt = world.database.transact(world.tenantId, async (tx) => {
      await world.mail.queueMail(tx, newMail);
      throw fault;
    });
    await expect(attempt).rejects.toBe(fault);
    expect(await world.mail.counts()).toEqual({ queued: 0, failed: 0 });
    expect(await world.secondsToNextTry()).toBeNull();
  });

  it.each(['a@example.com, b@example.com', 'a@example.com\r\nBcc: b@example.com', 'nobody'])(
    'is refused for %j: one valid address only',
    async (address) => {
      await expect(world.queue({ to: address })).rejects.toThrow('one valid address');
    },
  );

  it('says what its composer decides when the time comes', async () => {
    world.mail.compose('activation', {
      prepare: async () => ({
        send: {
          template: 'already-registered',
          variables: {
            ...{ tenantName: 'Acme', host: 'acme.localhost' },
            signInUrl: 'http://acme.localhost:3000/sign-in',
            forgotPasswordUrl: 'http://acme.localhost:3000/forgot-password',
          },
          secrets: {},
        },
      }),
    });
    await world.startWorker();
    const id = await world.queue();
    expect((await world.trap.next(to)).subject).toBe('You already have an account');
    await reaches(id, { state: 'SENT', attempts: 1 });
    expect((await world.find(id)).sentAs).toBe('already-registered');
  });

  it('is skipped when its composer finds it needless', async () => {
    world.mail.compose('activation', { prepare: async () => ({ skip: 'Nobody is waiting.' }) });
    await world.startWorker();
    const id = await world.queue();
    await reaches(id, { state: 'SKIPPED', attempts: 1 });
    expect((await world.find(id)).lastError).toBe('Nobody is waiting.');
    expect(world.trap.connections).toBe(0);
  });

  it('is not sent in the name of another tenant', async () => {
    await world.startWorker();
    const id = await world.queue({ locale: 'en' });
    await world.trap.next(to);
    await reaches(id, { state: 'SENT', attempts: 1 });
    await world.owner.query(`update mail_messages set state = 'QUEUED'`);
    await world.mail.tasks['send-mail']({
      messageId: id,
      tenantId: '018f0000-0000-7000-8000-000000000000',
    });
    expect(await stateOf(id)).toEqual({ state: 'QUEUED', attempts: 1 });
  });
});

describe('a mail that can not be sent', () => {
  it('waits while the mail server is down and leaves when it is back', async () => {
    await world.trap.down();
    await world.startWorker();
    const id = await world.queue();
    await reaches(id, { state: 'QUEUED', attempts: 1 });
    expect((await world.find(id)).lastError).toBe(
      'The mail server could not be reached (ECONNREFUSED).',
    );
    expect(await world.secondsToNextTry()).toBeCloseTo(5, 1);
    await world.makeDue();
    await reaches(id, { state: 'QUEUED', attempts: 2 });
    expect(await world.secondsToNextTry()).toBeCloseTo(30, 1);
    await world.trap.up();
    await world.makeDue();
    await world.trap.next(to);
    await reaches(id, { state: 'SENT', attempts: 3 });
    expect(world.trap.mails).toHaveLength(1);
    expect(await world.secondsToNextTry()).toBeNull();
  });

  it('bounces at once when the server refuses the recipient for good', async () => {
    world.trap.refuse('recipient', 550, '5.1.1 no such mailbox');
    await world.startWorker();
    const id = await world.queue();
    await reaches(id, { state: 'BOUNCED', attempts: 1 });
    expect((await world.find(id)).lastError).toBe(
      'The mail server answered: 550 5.1.1 no such mailbox',
    );
    expect(await world.secondsToNextTry()).toBeNull();
    expect(await world.mail.counts()).toEqual({ queued: 0, failed: 0 });
  });

  it('fails at once when the server refuses the mail itself for good', async () => {
    world.trap.refuse('data', 554, '5.7.1 looks like spam');
    await world.startWorker();
    const id = await world.queue();
    await reaches(id, { state: 'FAILED', attempts: 1 });
    expect(await world.mail.counts()).toEqual({ queued: 0, failed: 1 });
  });

  it('is tried again when the server asks to come back later', async () => {
    world.trap.refuse('recipient', 451, '4.7.1 greylisted, try again');
    await world.startWorker();
    const id = await world.queue();
    await reaches(id, { state: 'QUEUED', attempts: 1 });
    expect(await world.mail.counts()).toEqual({ queued: 1, failed: 0 });
    world.trap.accept();
    await world.makeDue();
    await world.trap.next(to);
    await reaches(id, { state: 'SENT', attempts: 2 });
  });

  it('is given up, visibly, after 24 hours', async () => {
    await world.trap.down();
    const id = await world.queue();
    world.clock.time = addMs(world.clock.time, 24 * hourMs);
    await world.startWorker();
    await reaches(id, { state: 'FAILED', attempts: 1 });
    expect(await world.secondsToNextTry()).toBeNull();
  });

  it('is tried again when its composer broke', async () => {
    const fault = new Error('the database is away');
    world.mail.compose('activation', { prepare: () => Promise.reject(fault) });
    await world.startWorker();
    const id = await world.queue();
    await reaches(id, { state: 'QUEUED', attempts: 1 });
    expect((await world.find(id)).lastError).toContain('could not be put together');
    world.mail.compose('activation', { prepare: async () => ({ send: activation }) });
    await world.makeDue();
    await world.trap.next(to);
    await reaches(id, { state: 'SENT', attempts: 2 });
  });
});

describe('a mail server that hangs', () => {
  it('holds a mail for no longer than the deadline', async () => {
    await world.stop();
    world = await createMailWorld(200);
    world.mail.compose('activation', { prepare: async () => ({ send: activation }) });
    world.trap.hang();
    await world.startWorker();
    const id = await world.queue();
    await reaches(id, { state: 'QUEUED', attempts: 1 });
    expect((await world.find(id)).lastError).toBe('The mail server did not answer in time.');
  });
});

describe('a killed worker', () => {
  const leaveLocked = () =>
    world.owner.query(
      `update graphile_worker._private_jobs
          set attempts = 1, locked_by = 'pool-killed', locked_at = now() - interval '31 seconds'`,
    );

  it('leaves a mail that the next one sends, once', async () => {
    const id = await world.queue();
    await leaveLocked();
    await world.startWorker();
    await world.trap.next(to);
    await reaches(id, { state: 'SENT', attempts: 1 });
    expect(world.trap.mails).toHaveLength(1);
  });

  it('that had noted the delivery makes no second mail', async () => {
    const id = await world.queue();
    await world.mail.tasks['send-mail']({ messageId: id, tenantId: world.tenantId });
    await leaveLocked();
    await world.startWorker();
    await expect.poll(() => world.mail.counts()).toEqual({ queued: 0, failed: 0 });
    await expect
      .poll(
        async () => (await world.owner.query('select from graphile_worker._private_jobs')).rowCount,
      )
      .toBe(0);
    expect(world.trap.mails).toHaveLength(1);
  });

  it('that could not note it repeats the same Message-ID', async () => {
    const id = await world.queue();
    await world.mail.tasks['send-mail']({ messageId: id, tenantId: world.tenantId });
    await world.owner.query(`update mail_messages set state = 'QUEUED', attempts = 0`);
    await leaveLocked();
    await world.startWorker();
    await reaches(id, { state: 'SENT', attempts: 1 });
    const messageIds = world.trap.mails.map((mail) => mail.messageId);
    expect(messageIds).toEqual([`<${id}@mail.example>`, `<${id}@mail.example>`]);
  });
});

describe('secrets', () => {
  it('are neither in the message log, nor in the queue, nor in the program’s log', async () => {
    const quoting = () => `5.7.1 suspicious: ${activation.secrets.url} ${secret} ${code}`;
    world.trap.refuse('data', 451, quoting);
    await world.startWorker();
    const id = await world.queue();
    await reaches(id, { state: 'QUEUED', attempts: 1 });
    const rows = await world.owner.query<{ row: string }>(
      `select row_to_json(m)::text as row from mail_messages m
       union all select row_to_json(j)::text from graphile_worker._private_jobs j`,
    );
    const written = [...rows.rows.map(({ row }) => row), ...world.logged].join('\n');
    expect(written).toContain('suspicious');
    expect(written).not.toContain(secret);
    expect(written).not.toContain(code);
  });
});

describe('resend', () => {
  const resend = (id: string) =>
    world.database.transact(world.tenantId, (tx) => world.mail.resend(tx, id));

  it('tries a waiting mail at once', async () => {
    await world.trap.down();
    await world.startWorker();
    const id = await world.queue();
    await reaches(id, { state: 'QUEUED', attempts: 1 });
    await world.trap.up();
    expect(await resend(id)).toBe(id);
    await world.trap.next(to);
    await reaches(id, { state: 'SENT', attempts: 2 });
  });

  it('sends a copy of any other, as a mail of its own', async () => {
    await world.startWorker();
    const id = await world.queue();
    const first = await world.trap.next(to);
    await reaches(id, { state: 'SENT', attempts: 1 });
    const copyId = await resend(id);
    const second = await world.trap.next(to);
    expect(copyId).not.toBe(id);
    expect(second.messageId).not.toBe(first.messageId);
  });

  it('knows no mail of another tenant', async () => {
    const id = await world.queue();
    const other = '018f0000-0000-7000-8000-000000000000';
    const found = await world.database.transact(other, (tx) => world.mail.resend(tx, id));
    expect(found).toBeNull();
  });
});
