import { beforeAll, describe, expect, it } from 'vitest';
import { updatePage } from './administrator.js';
import { approve, confirmOn } from './approval.js';
import { letPass, setUp } from './installation.js';
import { createKillableServers, type KillableServers } from './killable-servers.js';

const host = 'acme.localhost';

let mails: KillableServers['mails'];
let stored: KillableServers['stored'];
let start: KillableServers['start'];

beforeAll(async () => {
  ({ mails, stored, start } = await createKillableServers());
});

const count = async (table: string): Promise<number> =>
  (await stored.select(`select from ${table} where email like '%@people.example'`)).length;

describe('a server that is killed while administrators approve', () => {
  it('leaves nobody half approved, and whoever was approved is told once by the next one', async () => {
    const first = await start();
    const { admin, selfRegistrationId } = await setUp(first, mails, host);
    await updatePage(admin, selfRegistrationId, { requiresApproval: true });
    const app = { mails, browser: first.browser };
    const people = [];
    for (const name of ['ada', 'bob', 'cyn', 'dan']) {
      people.push(await confirmOn(app, { host, admin }, `${name}@people.example`));
    }
    mails.hang();
    const [done, ...rest] = people.map(({ id }) => id);
    await approve(admin, [done ?? '']);
    const answers = Promise.allSettled(rest.map((id) => approve(admin, [id])));
    await first.kill();
    await answers;

    mails.accept();
    await letPass(stored, 31);
    const second = await start();
    const approved = await stored.select<{ email: string; user_id: string | null }>(
      `select email, user_id from registrations where state = 'ACTIVATED'`,
    );
    expect(approved.length).toBeGreaterThan(0);
    expect(approved.every(({ user_id }) => user_id !== null)).toBe(true);
    expect(await count('users')).toBe(approved.length);
    expect(await count('customers')).toBe(approved.length);
    const waiting = await stored.select(`select from registrations where state = 'WAITING'`);
    expect(waiting).toHaveLength(people.length - approved.length);
    const told = () =>
      mails.mails
        .filter(({ subject }) => subject === 'Your account is ready')
        .flatMap(({ recipients }) => recipients)
        .toSorted();
    const emails = approved.map(({ email }) => email).toSorted();
    await expect.poll(told, { timeout: 20_000 }).toEqual(emails);
    await second.kill();
  }, 60_000);
});
