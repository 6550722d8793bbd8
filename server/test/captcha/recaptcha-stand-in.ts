import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { checkboxPage, recaptchaScript } from './recaptcha-stand-in-pages.js';

/** A small reCAPTCHA on 127.0.0.1: the script and frame for browsers, the endpoint for servers. */
export interface RecaptchaStandIn {
  readonly scriptUrl: string;
  readonly verifyUrl: string;
  /** The only secret key that it knows; every site key is good. */
  readonly secretKey: string;
  /** What servers have asked so far, oldest first. */
  readonly questions: readonly URLSearchParams[];
  /** Score of the tokens that its script hands out from now on, 0 to 1. */
  score: number;
  /** While true, everything answers 503. */
  away: boolean;
  close(): Promise<void>;
}

/**
 * Starts it on a free port. The text of a token says how the endpoint answers:
 * `ok:<score>:<action>:<hostname>:<nonce>` once (`-` leaves score or action out), and with
 * `timeout-or-duplicate` from then on; `expired:<nonce>` likewise; the names of `faults` below.
 */
export const startRecaptchaStandIn = async (): Promise<RecaptchaStandIn> => {
  const questions: URLSearchParams[] = [];
  const spent = new Set<string>();

  const server = createServer((request, response) => {
    void serve(request, response).catch(() => response.destroy());
  });

  const serve = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    if (standIn.away) return void response.writeHead(503).end();
    switch (new URL(request.url ?? '/', 'http://stand-in').pathname) {
      case '/recaptcha/api.js':
        return void response
          .writeHead(200, { 'content-type': 'text/javascript; charset=utf-8' })
          .end(recaptchaScript(standIn.score));
      case '/recaptcha/api2/anchor':
        return void response
          .writeHead(200, { 'content-type': 'text/html; charset=utf-8' })
          .end(checkboxPage);
      case '/recaptcha/api2/reload':
        return void response.writeHead(204).end();
      case '/recaptcha/api/siteverify':
        return verify(new URLSearchParams(await text(request)), response);
      default:
        return void response.writeHead(404).end();
    }
  };

  const verify = (question: URLSearchParams, response: ServerResponse): void => {
    questions.push(question);
    const token = question.get('response') ?? '';
    const fault = faults[token.split(':', 1)[0] ?? ''];
    if (fault) return fault(response);
    answer(response, judge(question.get('secret') ?? '', token, spent));
  };

  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const standIn: RecaptchaStandIn = {
    scriptUrl: `${origin}/recaptcha/api.js`,
    verifyUrl: `${origin}/recaptcha/api/siteverify`,
    secretKey,
    questions,
    score: 0.9,
    away: false,
    close: () =>
      new Promise((resolve, reject) => {
        server.close((error) => (error ? reject(error) : resolve()));
        server.closeAllConnections();
      }),
  };
  return standIn;
};

const secretKey = 'stand-in-secret-key';

const refusal = (code: string) => ({ success: false, 'error-codes': [code] });

const judge = (secret: string, token: string, spent: Set<string>): object => {
  if (secret === '') return refusal('missing-input-secret');
  if (secret !== secretKey) return refusal('invalid-input-secret');
  if (token === '') return refusal('missing-input-response');
  const [kind, score = '-', action = '-', hostname] = token.split(':');
  if (kind === 'expired' || spent.has(token)) return refusal('timeout-or-duplicate');
  if (kind !== 'ok') return refusal('invalid-input-response');
  spent.add(token);
  return {
    success: true,
    challenge_ts: new Date().toISOString(),
    hostname,
    ...(score === '-' ? {} : { score: Number(score) }),
    ...(action === '-' ? {} : { action }),
  };
};

const answer = (response: ServerResponse, body: unknown, status = 200): void => {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
};

const success = { success: true, score: 1, hostname: 'acme.localhost', action: 'sign_up' };

/** How the endpoint can fail. Where there is a body, it claims success: nobody may believe it. */
const faults: Record<string, (response: ServerResponse) => void> = {
  '4xx': (response) => answer(response, success, 429),
  '5xx': (response) => answer(response, success, 503),
  hang: () => undefined,
  'hang-in-body': (response) => void response.writeHead(200).write('{"success": true'),
  reset: (response) => void response.destroy(),
  'bad-json': (response) => void response.writeHead(200).end('{"success": true,'),
  'other-form': (response) => answer(response, { success: 'true' }),
  'no-object': (response) => answer(response, [success]),
  huge: (response) => answer(response, { ...success, padding: ' '.repeat(100_000) }),
  redirect: (response) =>
    void response.writeHead(307, { location: '/recaptcha/api/siteverify' }).end(),
};

/** The tokens that make the endpoint fail, for tests that go through all of them. */
export const faultyTokens: readonly string[] = Object.keys(faults);
