import { solveChallenge } from 'altcha-lib';
import { deriveKey } from 'altcha-lib/algorithms/pbkdf2';
import { requestOf, runClosedLoop } from './closed-loop.mjs';
import { rounds, seconds } from './compare.mjs';

const registerDocument = `mutation ($input: RegisterInput!) {
  register(input: $input) { accepted userErrors { code } }
}`;
const activateDocument = `mutation ($input: ActivateInput!) {
  activate(input: $input) { activated userErrors { code } }
}`;
/** More than a few cores can hash in the time of one measurement. */
const tokensARun = 1_500;

/** The two steps of signing up; activating takes what registering has made. */
export function signUpPaths(world) {
  const { port, signUpHost, mails } = world;
  /** The sign-up cookie of whoever has registered, by address. */
  const cookies = new Map();
  const tokens = [];
  let people = 0;

  const solve = async () => {
    const { data } = await world.call(
      world.graphql(signUpHost, '{ captchaChallenge { challenge } }'),
    );
    const { challenge } = data.captchaChallenge;
    const solution = await solveChallenge({ challenge, deriveKey });
    return Buffer.from(JSON.stringify({ challenge, solution })).toString('base64');
  };

  const registration = () => {
    const email = `person-${(people += 1)}@people.example`;
    const captchaToken = tokens.pop();
    if (!captchaToken) throw new Error('There are more registrations than solved captchas.');
    const input = { email, captchaToken, password: 'correct horse battery staple' };
    return {
      bytes: world.graphql(signUpHost, registerDocument, { input }),
      check(answer) {
        if (!answer.body.includes('"accepted":true')) throw new Error(answer.body.toString());
        cookies.set(email, /__Host-signup=[^;]+/.exec(answer.head)[0]);
      },
    };
  };

  const activation = ([email, secret]) => {
    const headers = { cookie: cookies.get(email), origin: `http://${signUpHost}` };
    return {
      bytes: world.graphql(signUpHost, activateDocument, { input: { secret } }, headers),
      check(answer) {
        if (!answer.body.includes('"activated":true')) throw new Error(answer.body.toString());
      },
    };
  };

  const register = (connections, budget) => ({
    name: `register, ${connections} connections`,
    limitName: 'argon2id',
    budget,
    async prepare() {
      await mails.until(cookies.size);
      while (tokens.length < tokensARun) tokens.push(await solve());
    },
    limit: () => world.bare.ask({ what: 'hash', seconds }),
    measure: () => runClosedLoop({ port, connections, seconds, next: registration }),
  });

  const activate = () => {
    /** A share of the people for each round; nobody activates twice. */
    const shares = [];
    return {
      name: 'activate, 8 connections',
      limitName: 'one statement of 7 rows',
      budget: 0.52,
      async prepare() {
        await mails.until(cookies.size);
        if (shares.length > 0) return;
        const everybody = [...mails.secrets].map(activation);
        const size = Math.floor(everybody.length / rounds);
        while (shares.length < rounds) shares.push(everybody.splice(0, size));
      },
      limit: () => bareLoop(world, '/activate'),
      measure() {
        const now = shares.pop();
        return runClosedLoop({ port, connections: 8, next: () => now.pop() ?? null });
      },
    };
  };

  return { register, activate };
}

/** The bare server under the same load. */
export function bareLoop({ bare }, path, connections = 8) {
  const request = {
    bytes: requestOf('POST', path, { host: 'localhost' }),
    check({ status }) {
      if (status !== 200) throw new Error(`The bare server answered ${status}.`);
    },
  };
  return runClosedLoop({ port: bare.ready.port, connections, seconds, next: () => request });
}
