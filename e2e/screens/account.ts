import type { Page } from '@playwright/test';
import type { Person } from '../world/person.js';
import { openMail, pressInMail } from './inbox.js';

const INVITATION = 'You are invited';

/** Reads the invitation, chooses a password and is signed in; answers with that tab. */
export async function acceptInvitation(page: Page, person: Person): Promise<Page> {
  await openMail(page, person.email, INVITATION);
  const invitation = await pressInMail(page, 'Accept the invitation');
  await invitation.getByLabel('First name').fill(person.firstName);
  await invitation.getByLabel('Last name').fill(person.lastName);
  await invitation.getByRole('textbox', { name: 'New password' }).fill(person.password);
  await invitation.getByRole('button', { name: 'Create account' }).click();
  return invitation;
}

export async function signOut(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Your account' }).click();
  await page.getByRole('button', { name: 'Sign out' }).click();
  await page.getByRole('heading', { name: 'Sign in' }).waitFor();
}
