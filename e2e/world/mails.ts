import { expect } from '@playwright/test';
import { readDemo } from '../demo.js';

interface Mail {
  readonly to: string;
  readonly subject: string;
  readonly text: string;
}

/** What the demo's inbox caught, the newest first, as programs read it. */
async function caughtMails(): Promise<Mail[]> {
  return (await fetch(`${readDemo().inboxUrl}/messages.json`)).json() as Promise<Mail[]>;
}

/** All mails to an address, the newest first. */
const mailsTo = async (address: string): Promise<Mail[]> =>
  (await caughtMails()).filter(({ to }) => to.includes(address));

/** Waits for a mail and takes the address out of its button. */
export async function mailedLink(to: string, subject: string): Promise<string> {
  let link: string | undefined;
  await expect(async () => {
    const mail = (await mailsTo(to)).find((one) => one.subject === subject);
    link = /https?:\/\/\S+#\S+/.exec(mail?.text ?? '')?.[0];
    expect(link, `a link in “${subject}” to ${to}`).toBeDefined();
  }).toPass({ timeout: 20_000 });
  return link ?? '';
}

/** Waits for a mail and says what it says. */
export async function mailText(to: string, subject: string): Promise<string> {
  let text: string | undefined;
  await expect(async () => {
    text = (await mailsTo(to)).find((one) => one.subject === subject)?.text;
    expect(text, `“${subject}” to ${to}`).toBeDefined();
  }).toPass({ timeout: 20_000 });
  return text ?? '';
}
