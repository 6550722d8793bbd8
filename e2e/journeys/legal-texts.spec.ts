import type { Page } from '@playwright/test';
import { expectSignedIn, openActivationLink, pressActivate } from '../screens/activation.js';
import { expectMessage, signIn, visit } from '../screens/console.js';
import { save } from '../screens/editor.js';
import { createAccount, expectCheckMail, fillSignUp } from '../screens/sign-up.js';
import { expectAccessible } from '../world/accessibility.js';
import { expect, test } from '../world/journey.js';
import { newPerson } from '../world/person.js';
import type { LiveTenant } from '../world/tenant.js';

const box = (page: Page) =>
  page.getByRole('checkbox', { name: /read and accept the privacy policy/ });

test('a legal text is written, accepted, changed, asked again and withdrawn', async ({
  demo,
  liveTenant,
  newBrowser,
}) => {
  const admin = await newBrowser();
  const casey = newPerson('Casey', 'Jones');
  const page = await newBrowser();

  await test.step('the administrator writes it in the editor and switches it on', async () => {
    await signIn(admin, demo.consoleUrl, liveTenant.admin);
    await visit(admin, `/security/self-registrations/${liveTenant.selfRegistrationId}`);
    await writePolicy(admin);
    await admin.getByRole('switch', { name: /^Privacy policy/ }).press('Space');
    await save(admin);
  });

  await test.step('a stranger can not sign up without it; Accept in its dialog ticks the box', async () => {
    await page.goto(liveTenant.signUpUrl);
    await fillSignUp(page, casey);
    await expect(box(page)).not.toBeChecked();
    await createAccount(page);
    await expect(box(page)).toHaveAccessibleDescription(/tick the box/);
    await page.getByRole('button', { name: /^Read the text/ }).click();
    const dialog = page.getByRole('dialog', { name: 'Privacy policy' });
    await expect(dialog.getByRole('heading', { name: 'What we keep' })).toBeVisible();
    await expect(dialog.getByText('pasted words')).toBeVisible();
    await dialog.getByRole('button', { name: 'Accept' }).click();
    await expect(box(page)).toBeChecked();
  });

  await test.step('a text that changes meanwhile is asked again, and the form keeps everything', async () => {
    await publish(liveTenant, '<p>Second</p>');
    await createAccount(page);
    await expect(box(page)).toHaveAccessibleDescription(/just changed/);
    await expect(box(page)).not.toBeChecked();
    await expect(page.getByLabel('First name')).toHaveValue('Casey');
    await box(page).check();
    await createAccount(page);
    await expectCheckMail(page);
  });

  const person = await openActivationLink(page, casey.email);
  await pressActivate(person);
  await expectSignedIn(person, casey);

  await test.step('a new version comes before any other page', async () => {
    await publishAsking(admin, 'Third');
    await visit(person, '/devices');
    await expect(person.getByRole('heading', { name: 'Please read and accept' })).toBeVisible();
    await expect(person.getByText('Third')).toBeVisible();
    await box(person).check();
    await person.getByRole('button', { name: 'Accept and go on' }).click();
    await expect(person.getByRole('heading', { level: 1, name: 'Devices' })).toBeVisible();
  });

  await test.step('the person sees what they accepted, and withdraws', async () => {
    await visit(person, '/profile');
    const accepted = person.getByRole('region', { name: 'Accepted legal texts' });
    await expect(accepted.getByRole('listitem')).toHaveCount(2);
    await accepted.getByRole('button', { name: 'Withdraw' }).first().click();
    await person.getByRole('dialog').getByRole('button', { name: 'Withdraw' }).click();
    await expect(person.getByRole('heading', { name: 'Please read and accept' })).toBeVisible();
  });

  await test.step('the administrator sees the history and the proof', async () => {
    await admin.reload();
    const texts = admin.getByRole('region', { name: 'Privacy and terms' });
    await texts.getByRole('button', { name: 'History' }).first().click();
    await expect(admin.getByRole('dialog').locator('ins')).toContainText('Third');
    await admin
      .getByRole('dialog')
      .getByRole('button', { name: 'Close', exact: true })
      .last()
      .click();
    await visit(admin, '/security/consents');
    await expect(admin.getByRole('row', { name: new RegExp(casey.email) })).toHaveCount(2);
  });
});

/** Types with the keyboard, formats with a button, pastes what another program would give. */
async function writePolicy(admin: Page): Promise<void> {
  await admin.getByRole('button', { name: 'Write a new text' }).first().click();
  const dialog = admin.getByRole('dialog');
  await dialog.getByLabel('Name').fill('Our policy');
  const text = dialog.getByRole('textbox', { name: 'Text in English' });
  await text.click();
  await dialog.getByRole('button', { name: 'Heading', exact: true }).click();
  await admin.keyboard.type('What we keep');
  await admin.keyboard.press('Enter');
  await text.evaluate((area) => {
    const data = new DataTransfer();
    data.setData('text/html', '<p style="color:red">pasted <b style="font-size:9em">words</b></p>');
    area.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true }));
  });
  await expect(text).toContainText('pasted words');
  await admin.keyboard.press('Tab');
  await expect(text, 'Tab leaves the editor').not.toBeFocused();
  await dialog.getByRole('button', { name: 'Create and publish' }).click();
  await expectMessage(admin, /Version 1 of “Our policy” is published/);
}

/** The next version, which asks those who accepted an earlier one, and tells them by mail. */
async function publishAsking(admin: Page, words: string): Promise<void> {
  await admin.reload();
  const texts = admin.getByRole('region', { name: 'Privacy and terms' });
  await texts.getByRole('button', { name: 'Edit text' }).first().click();
  const dialog = admin.getByRole('dialog');
  await dialog.getByRole('textbox', { name: 'Text in English' }).fill(words);
  await dialog.getByRole('checkbox', { name: 'Ask existing users' }).check();
  await dialog.getByLabel(/Days until/).fill('0');
  await expect(dialog.getByRole('checkbox', { name: /by mail, too: 1 person/ })).toBeChecked();
  await expectAccessible(admin, 360);
  await admin.setViewportSize({ width: 1280, height: 900 });
  await dialog.getByRole('button', { name: 'Publish version' }).click();
  await expectMessage(admin, /Version 3 of “Our policy” is published/);
}

/** The next version, as another administrator publishes it. */
async function publish({ api }: LiveTenant, html: string): Promise<void> {
  const { legalDocuments } = await api.ask<{
    legalDocuments: { items: { id: string; currentVersion: { id: string } }[] };
  }>('{ legalDocuments { items { id currentVersion { id } } } }');
  const [document] = legalDocuments.items;
  await api.ask(
    `mutation ($id: ID!, $input: PublishLegalVersionInput!) {
       publishLegalVersion(documentId: $id, input: $input) { userErrors { code message } }
     }`,
    {
      id: document?.id,
      input: {
        texts: [{ locale: 'en', html }],
        basedOn: document?.currentVersion.id,
      },
    },
  );
}
