import { beforeAll, describe, expect, it } from 'vitest';
import { letPass, setUp } from './installation.js';
import { createKillableServers, type KillableServers } from './killable-servers.js';
import { activation, activationMail, outcomeOf, register } from './sign-up.js';

const host = 'acme.localhost';

let mails: KillableServers['mails'];
let stored: KillableServers['stored'];
let start: KillableServers['start'];

beforeAll(async () => {
  ({ mails, stored, start } = await createKillableServers());
});

const jobs = () =>
  stored.select<{ locked: boolean; attempts: number }>(
    'select locked_by is not null as locked, attempts from graphile_worker._private_jobs',
  );

describe('a server that is killed before the mail server accepts', () => {
  it('has its mail sent once by the next one, and the link in it works', async () => {
    const first = await start();
    await setUp(first, mails, host);
    const email = 'ada@people.example';
    const browser = first.browser(host);
    mails.hang();
    const connections = mails.connections;
    expect(outcomeOf(await register(browser, { email }))).toBe('accepted');
    await expect.poll(() => mails.connections).toBe(connections + 1);
    await first.kill();
    expect(await jobs()).toEqual([{ locked: true, attempts: 1 }]);
    expect(mails.mails.filter(({ recipients }) => recipients.includes(email))).toEqual([]);

    mails.accept();
    await letPass(stored, 31);
    await start();
    const { secret, code } = await activationMail({ mails }, email);
    await expect.poll(jobs).toEqual([]);
    expect(mails.mails.filter(({ recipients }) => recipients.includes(email))).toHaveLength(1);
    const messages = await stored.select(
      `select state, attempts from mail_messages where recipient = $1`,
      [email],
    );
    expect(messages).toEqual([{ state: 'SENT', attempts: 1 }]);
    expect(await activation(browser, { code: code === '000000' ? '000001' : '000000' })).toBe(
      'CODE_NOT_GOOD',
    );
    expect(await activation(browser, { secret })).toBe('activated');
  }, 60_000);
});
