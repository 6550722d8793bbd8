import { solveAltcha } from '../captcha/solve-altcha.js';
import type { Browser, GraphqlAnswer, TestApp } from '../harness/app.js';

/** A password that breaks no rule for the people of these tests. */
export const goodPassword = 'correct horse battery staple';

/** Settings of a page on which tests of other things need no captcha. */
export const noCaptcha = { captcha: { provider: 'NONE', acceptNone: true } };

export interface UserError {
  readonly field: string[];
  readonly code: string;
}

export interface RegisterAnswer {
  readonly register: { accepted: boolean; userErrors: UserError[] };
}

const registerMutation = `
  mutation ($domain: String, $input: RegisterInput!) {
    register(domain: $domain, input: $input) { accepted userErrors { field code } }
  }`;

const challengeQuery = `query { captchaChallenge { challenge } }`;

/** Solves the page's proof of work as the page does. */
export const solveCaptcha = async (browser: Browser): Promise<string> => {
  const { captchaChallenge } = await browser.data<{
    captchaChallenge: { challenge: Record<string, unknown> };
  }>(challengeQuery);
  return solveAltcha(captchaChallenge.challenge as never);
};

/** Sends the form of a sign-up page as it is, with a good password unless another one is given. */
export const register = (
  browser: Browser,
  input: Record<string, unknown>,
  domain?: string,
): Promise<GraphqlAnswer<RegisterAnswer>> =>
  browser.graphql<RegisterAnswer>(registerMutation, {
    domain,
    input: { password: goodPassword, ...input },
  });

/** Submits the form of a sign-up page with a solved captcha. */
export const submit = async (
  browser: Browser,
  input: Record<string, unknown>,
): Promise<GraphqlAnswer<RegisterAnswer>> =>
  register(browser, { captchaToken: await solveCaptcha(browser), ...input });

/** What became of a form: `accepted`, or the codes of its faults or of the request's error. */
export const outcomeOf = ({ data, errors }: GraphqlAnswer<RegisterAnswer>): string => {
  if (data?.register.accepted) return 'accepted';
  const codes = [
    ...errors.map(({ extensions }) => extensions.code),
    ...(data?.register.userErrors ?? []).map(({ code }) => code),
  ];
  return codes.join(' ');
};

/** Asks for another mail. */
export const resend = (browser: Browser, email: string): Promise<GraphqlAnswer> =>
  browser.graphql(
    `mutation ($input: ResendActivationInput!) {
       resendActivation(input: $input) { accepted userErrors { field code } }
     }`,
    { input: { email } },
  );

/** Link secret and code of the newest activation mail to an address. */
export const activationMail = async (
  app: Pick<TestApp, 'mails'>,
  email: string,
): Promise<{ secret: string; code: string; text: string }> => {
  const mail = await app.mails.next(email);
  const text = mail.text ?? '';
  const secret = /\/signup\/activate\?lang=\w+#([\w.-]+)/.exec(text)?.[1];
  const code = /\b(\d{6})\b/.exec(text)?.[1];
  if (!secret || !code) throw new Error(`This is no activation mail:\n${text}`);
  return { secret, code, text };
};

/** Six digits that are not these. */
export const wrongCode = (code: string): string => (code === '000000' ? '000001' : '000000');

export interface ActivateAnswer {
  readonly activate: {
    activated: boolean;
    waiting: boolean;
    redirectTo: string | null;
    userErrors: UserError[];
  };
}

export const activateMutation = `
  mutation ($input: ActivateInput!) {
    activate(input: $input) { activated waiting redirectTo userErrors { field code } }
  }`;

export const activate = async (
  browser: Browser,
  input: { secret?: string; code?: string; password?: string },
): Promise<ActivateAnswer['activate']> =>
  (await browser.data<ActivateAnswer>(activateMutation, { input })).activate;

/** The code of what was wrong with an activation, or `activated`, or `waiting`. */
export const activation = async (
  browser: Browser,
  input: { secret?: string; code?: string; password?: string },
): Promise<string> => {
  const { activated, waiting, userErrors } = await activate(browser, input);
  if (waiting) return 'waiting';
  return activated ? 'activated' : userErrors.map(({ code }) => code).join(' ');
};

/** «This wasn't me.» */
export const disown = async (browser: Browser, secret: string, email: string): Promise<string> => {
  const { disownRegistration } = await browser.data<{
    disownRegistration: { ended: boolean; userErrors: UserError[] };
  }>(
    `mutation ($input: DisownRegistrationInput!) {
       disownRegistration(input: $input) { ended userErrors { field code } }
     }`,
    { input: { secret, email } },
  );
  const { ended, userErrors } = disownRegistration;
  return ended ? 'ended' : userErrors.map(({ code }) => code).join(' ');
};

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
