import type { Page } from '@playwright/test';
import { signIn } from '../screens/console.js';
import { chooseCaptcha, openEditor, save } from '../screens/editor.js';
import { createAccount, expectCheckMail, fillSignUp } from '../screens/sign-up.js';
import type { FaultWatch } from '../world/fault-watch.js';
import { expect, test } from '../world/journey.js';
import { newPerson } from '../world/person.js';
import { recaptcha, steerRecaptcha } from '../world/recaptcha.js';

// One stand-in serves all of them.
test.describe.configure({ mode: 'serial' });
test.beforeEach(() => steerRecaptcha({ away: false, score: 0.9 }));

test('version 2: a ticked box is asked for, and nobody is asked before the form is used', async ({
  demo,
  liveTenant,
  newBrowser,
  watch,
}) => {
  const { origin, secretKey } = recaptcha();
  const admin = await newBrowser();
  await signIn(admin, demo.consoleUrl, liveTenant.admin);

  await test.step('the administrator enters the keys, and never sees the secret again', async () => {
    await openEditor(admin, liveTenant.host);
    await chooseCaptcha(admin, 'reCAPTCHA v2', { siteKey: 'site-key-v2', secretKey });
    await save(admin);
    const again = await admin.context().newPage();
    const answers = recordAnswers(again);
    await again.goto(admin.url());
    await expect(again.getByText('A secret key is set')).toBeVisible();
    await expect(again.getByLabel('Site key')).toHaveValue('site-key-v2');
    const answered = (await answers()).join();
    expect(answered).toContain('site-key-v2');
    expect(answered).not.toContain(secretKey);
  });

  await test.step('a stranger ticks the box and registers', async () => {
    const page = await newBrowser();
    const strangers = recordHosts(page, watch);
    await page.goto(liveTenant.signUpUrl);
    await page.waitForLoadState('networkidle');
    expect(strangers(), 'asked before the form is used').toEqual([]);
    await fillSignUp(page, newPerson('Casey', 'Jones'));
    await expect(robotBox(page)).toBeVisible();
    expect(strangers()).toEqual([origin]);
    await createAccount(page);
    await expect(page.getByText('Please confirm that you are human.')).toBeVisible();
    await robotBox(page).check();
    await createAccount(page);
    await expectCheckMail(page);
  });

  await test.step('while Google is away the form says so at the captcha', async () => {
    const page = await newBrowser();
    recordHosts(page, watch);
    await page.goto(liveTenant.signUpUrl);
    await fillSignUp(page, newPerson('Noor', 'Haddad'));
    await robotBox(page).check();
    await steerRecaptcha({ away: true });
    await createAccount(page);
    await expect(page.getByText('The check against robots doesn’t answer.')).toBeVisible();
    await steerRecaptcha({ away: false });
    await createAccount(page);
    await expectCheckMail(page);
  });

  await test.step('with the fallback a proof of work stands in', async () => {
    await admin.getByRole('radio', { name: 'Proof of work The built-in' }).check();
    await save(admin);
    await steerRecaptcha({ away: true });
    watch.expect(/on \/signup: Failed to load resource: .* 503/);
    const page = await newBrowser();
    recordHosts(page, watch);
    await page.goto(liveTenant.signUpUrl);
    await fillSignUp(page, newPerson('Mika', 'Virtanen'));
    await expect(page.getByText('The check against robots can’t be loaded.')).toBeVisible();
    await createAccount(page);
    await expectCheckMail(page);
  });
});

test('version 3: the score decides, and a low one loses nothing typed', async ({
  demo,
  liveTenant,
  newBrowser,
  watch,
}) => {
  const admin = await newBrowser();
  await signIn(admin, demo.consoleUrl, liveTenant.admin);
  await openEditor(admin, liveTenant.host);
  const { secretKey } = recaptcha();
  const keys = { siteKey: 'site-key-v3', secretKey, action: 'sign_up' };
  await chooseCaptcha(admin, 'reCAPTCHA v3', keys);
  await save(admin);

  const casey = newPerson('Casey', 'Jones');
  await steerRecaptcha({ score: 0.3 });
  const page = await newBrowser();
  recordHosts(page, watch);
  await page.goto(liveTenant.signUpUrl);
  await fillSignUp(page, casey);
  await createAccount(page);
  await expect(page.getByText('The check against robots didn’t succeed.')).toBeVisible();
  await expect(page.getByLabel('E-mail address')).toHaveValue(casey.email);

  await test.step('another day, a better score', async () => {
    await steerRecaptcha({ score: 0.7 });
    await page.reload();
    await fillSignUp(page, casey);
    await createAccount(page);
    await expectCheckMail(page);
  });
});

const robotBox = (page: Page) =>
  page.frameLocator('iframe[title=reCAPTCHA]').getByLabel("I'm not a robot");

/** Origins that a page asks, other than its own; those of the stand-in are part of the journey. */
function recordHosts(page: Page, watch: FaultWatch): () => string[] {
  const { origin: standIn } = recaptcha();
  watch.expect(new RegExp(`request to another host on /signup: ${standIn}`));
  const origins = new Set<string>();
  page.on('request', (request) => origins.add(new URL(request.url()).origin));
  return () => [...origins].filter((origin) => origin !== new URL(page.url()).origin);
}

/** Bodies of what the API answers to a page from now on; the browser forgets them when it leaves. */
function recordAnswers(page: Page): () => Promise<string[]> {
  const bodies: Promise<string>[] = [];
  page.on('response', (response) => {
    if (response.url().endsWith('/graphql')) bodies.push(response.text());
  });
  return () => Promise.all(bodies);
}
