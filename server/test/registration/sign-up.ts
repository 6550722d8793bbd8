import type { Browser, GraphqlAnswer, TestApp } from '../harness/app.js';
import { solveAltcha } from '../captcha/solve-altcha.js';

/** A password that breaks no rule for the people of these tests. */
export const goodPassword = 'correct horse battery staple';

export interface RegisterAnswer {
  readonly register: {
    accepted: boolean;
    userErrors: { field: string[]; code: string; message: string }[];
  };
}

export const registerMutation = `
  mutation ($domain: String, $input: RegisterInput!) {
    register(domain: $domain, input: $input) { accepted userErrors { field code message } }
  }`;

const challengeQuery = `query { captchaChallenge { challenge } }`;

/** Solves the page's proof of work as the page does. */
export const solveCaptcha = async (browser: Browser): Promise<string> => {
  const { captchaChallenge } = await browser.data<{
    captchaChallenge: { challenge: Record<string, unknown> };
  }>(challengeQuery);
  return solveAltcha(captchaChallenge.challenge as never);
};

/** Submits the form of a sign-up page with a solved captcha. */
export const submit = async (
  browser: Browser,
  input: Record<string, unknown>,
): Promise<GraphqlAnswer<RegisterAnswer>> =>
  browser.graphql<RegisterAnswer>(registerMutation, {
    input: { password: goodPassword, captchaToken: await solveCaptcha(browser), ...input },
  });

/** Link secret and code of the newest activation mail to an address. */
export const activationMail = async (
  app: TestApp,
  email: string,
): Promise<{ secret: string; code: string; text: string }> => {
  const mail = await app.mails.next(email);
  const text = mail.text ?? '';
  const secret = /\/signup\/activate#([\w.-]+)/.exec(text)?.[1];
  const code = /\b(\d{6})\b/.exec(text)?.[1];
  if (!secret || !code) throw new Error(`This is no activation mail:\n${text}`);
  return { secret, code, text };
};

export interface ActivateAnswer {
  readonly activate: {
    activated: boolean;
    redirectTo: string | null;
    userErrors: { field: string[]; code: string }[];
  };
}

export const activateMutation = `
  mutation ($input: ActivateInput!) {
    activate(input: $input) { activated redirectTo userErrors { field code } }
  }`;

export const activate = async (
  browser: Browser,
  input: { secret?: string; code?: string; password?: string },
): Promise<ActivateAnswer['activate']> =>
  (await browser.data<ActivateAnswer>(activateMutation, { input })).activate;

/** Signs up, reads the mail and activates; the browser is signed in afterwards. */
export const registerAndActivate = async (
  app: TestApp,
  browser: Browser,
  email: string,
  input: Record<string, unknown> = {},
): Promise<void> => {
  const { body, data } = await submit(browser, { email, ...input });
  if (!data?.register.accepted) throw new Error(`The registration was refused: ${body}`);
  const { secret } = await activationMail(app, email);
  const { activated } = await activate(browser, { secret });
  if (!activated) throw new Error('The activation was refused.');
};
