import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { get } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createTransport } from 'nodemailer';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { startInbox, type Inbox } from './index.js';

let dataDir: string;
let inbox: Inbox;

const start = () => startInbox({ dataDir, host: '127.0.0.1', smtpPort: 0, httpPort: 0 });

beforeEach(async () => {
  dataDir = join(mkdtempSync(join(tmpdir(), 'gatehouse-inbox-')), 'inbox');
  inbox = await start();
});

afterEach(async () => {
  await inbox.stop();
  rmSync(join(dataDir, '..'), { recursive: true });
});

const send = (subject: string, content: { text?: string; html?: string } = { text: 'Hello' }) =>
  createTransport(inbox.smtpUrl).sendMail({
    from: 'Acme <no-reply@acme.example>',
    to: 'ada@example.com',
    subject,
    ...content,
  });

const at = (path: string): string => inbox.url.replace('localhost', '127.0.0.1') + path;
const page = async (path: string): Promise<string> => (await fetch(at(path))).text();

const messages = async () =>
  (await (await fetch(at('/messages.json'))).json()) as Record<string, string>[];

/** The status that a request with this Host header gets; fetch does not let one set it. */
const statusForHost = async (host: string): Promise<number | undefined> => {
  const [response] = (await once(get(at('/'), { headers: { host } }), 'response')) as [
    { statusCode?: number; resume(): void },
  ];
  response.resume();
  return response.statusCode;
};

describe('inbox', () => {
  it('shows what was sent, the newest first', async () => {
    await send('First');
    await send('Second', { text: 'Plain', html: '<p>Rich</p>' });
    const [second, first] = await messages();
    expect(first).toMatchObject({ subject: 'First', to: 'ada@example.com', html: null });
    expect(second).toMatchObject({ subject: 'Second', html: '<p>Rich</p>' });
    expect(second?.text?.trim()).toBe('Plain');
    expect(Date.parse(second?.date ?? '')).toBeGreaterThan(Date.now() - 60_000);
    expect(await page('/')).toMatch(/Second[^]*First/);
  });

  it('keeps the mails for the next start', async () => {
    await send('Kept');
    await inbox.stop();
    inbox = await start();
    expect((await messages()).map(({ subject }) => subject)).toEqual(['Kept']);
  });

  it('shows text as text and links its addresses', async () => {
    await send('<script>alert(1)</script>', { text: 'Open https://acme.example/a?b=1&c=2#d. <b>' });
    const [mail] = await messages();
    const shown = await page(`/mails/${mail?.id ?? ''}`);
    expect(shown).not.toContain('<script>alert');
    expect(shown).toContain('href="https://acme.example/a?b=1&amp;c=2#d"');
    expect(shown).toContain('</a>. &lt;b&gt;');
    expect(await page('/')).not.toContain('<script>alert');
  });

  it('serves the HTML part alone, unable to run anything', async () => {
    await send('Rich', { html: '<html><head><title>x</title></head><body>Hi</body></html>' });
    const [mail] = await messages();
    const answer = await fetch(at(`/mails/${mail?.id ?? ''}/html`));
    const policy = answer.headers.get('content-security-policy');
    expect(policy).toContain("default-src 'none'");
    expect(policy).toMatch(/^sandbox (?!.*allow-(scripts|same-origin))/);
    expect(await answer.text()).toContain('<head><base target="_blank"><title>');
  });

  it('answers this machine only, by the name that it was asked for', async () => {
    expect(await statusForHost('localhost:4000')).toBe(200);
    expect(await statusForHost('inbox.localhost')).toBe(200);
    expect(await statusForHost('[::1]:4000')).toBe(200);
    expect(await statusForHost('attacker.example')).toBe(403);
    expect(await statusForHost('localhost.attacker.example')).toBe(403);
    expect(await statusForHost('127.0.0.1.attacker.example:80')).toBe(403);
  });

  it('deletes all mails for its own pages only', async () => {
    await send('Gone soon');
    const remove = (origin?: string) =>
      fetch(at('/delete-all'), {
        method: 'POST',
        redirect: 'manual',
        headers: origin ? { origin } : {},
      });
    expect((await remove()).status).toBe(403);
    expect((await remove('http://attacker.example')).status).toBe(403);
    expect(await messages()).toHaveLength(1);
    expect((await remove(at(''))).status).toBe(303);
    expect(await messages()).toHaveLength(0);
  });

  it('says so when a mail is gone', async () => {
    const answer = await fetch(at('/mails/unknown'));
    expect(answer.status).toBe(404);
    expect(await answer.text()).toContain('not here any more');
  });
});
