import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Clock } from '../platform/clock.js';
import { newId } from '../platform/ids.js';
import type { CaughtMail, MailContent } from './caught-mail.js';

/** More than this the inbox doesn't keep; the oldest go first. */
const MOST_MAILS = 500;

export interface MailStore {
  /** Resolves when the mail is on disk. */
  add(content: MailContent): Promise<void>;
  /** The newest first. */
  list(): readonly CaughtMail[];
  find(id: string): CaughtMail | undefined;
  deleteAll(): Promise<void>;
}

/** Keeps each mail as one small JSON file in `folder`, so that the next start has them again. */
export const openMailStore = async (folder: string, clock: Clock): Promise<MailStore> => {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  let mails = await readMails(folder);

  const remove = async (gone: readonly CaughtMail[]) => {
    mails = mails.filter((mail) => !gone.includes(mail));
    await Promise.all(gone.map(({ id }) => rm(fileOf(folder, id), { force: true })));
  };

  return {
    async add(content) {
      const mail = { id: newId(), date: clock.now().toISOString(), ...content };
      const draft = join(folder, `${mail.id}.draft`);
      await writeFile(draft, JSON.stringify(mail, undefined, 2), { mode: 0o600 });
      await rename(draft, fileOf(folder, mail.id));
      mails = [mail, ...mails].sort(newestFirst);
      await remove(mails.slice(MOST_MAILS));
    },
    list: () => mails,
    find: (id) => mails.find((mail) => mail.id === id),
    deleteAll: () => remove(mails),
  };
};

const readMails = async (folder: string): Promise<CaughtMail[]> => {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.json'));
  const texts = await Promise.all(names.map((name) => readFile(join(folder, name), 'utf8')));
  return texts.map((text) => JSON.parse(text) as CaughtMail).sort(newestFirst);
};

const newestFirst = (one: CaughtMail, other: CaughtMail) => (one.id < other.id ? 1 : -1);

const fileOf = (folder: string, id: string): string => join(folder, `${id}.json`);
