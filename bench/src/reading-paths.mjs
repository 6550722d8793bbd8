import { requestOf, runClosedLoop } from './closed-loop.mjs';
import { seconds } from './compare.mjs';
import { bareLoop } from './sign-up-paths.mjs';

const pageDocument = `{
  signUpPage {
    host tenantName url signInUrl locale welcomeText passwordMinLength
    signUpFields { name kind label required maxLength autocomplete }
    captcha { provider siteKey action scriptUrl }
  }
}`;
const listDocument = `{
  users(first: 100) { nodes { id email firstName lastName state roles { id name } } }
}`;

/** What is read often: the page as data, the page as HTML, and a list of people. */
export function readingPaths(world) {
  const { port, signUpHost } = world;

  /** Compares one request with a bare server that has the very bytes of its answer in memory. */
  const fromMemory = (name, budget, bytes, holds) => {
    let length = 0;
    const request = {
      bytes,
      check({ status, body }) {
        if (status !== 200 || body.length !== length) throw new Error(`${name}: ${status}`);
      },
    };
    const first = {
      bytes,
      check({ body }) {
        if (!holds(body)) throw new Error(`${name}: ${body.toString()}`);
        length = body.length;
        first.body = body;
      },
    };
    return {
      name: `${name}, 8 connections`,
      limitName: 'node:http, the same bytes',
      budget,
      async prepare() {
        const once = [first];
        await runClosedLoop({ port, connections: 1, next: () => once.pop() ?? null });
        await world.bare.ask({ what: 'serve', text: first.body.toString('base64') });
      },
      limit: () => bareLoop(world, '/bytes'),
      measure: () => runClosedLoop({ port, connections: 8, seconds, next: () => request }),
    };
  };

  const page = fromMemory(
    'signUpPage query',
    0.28,
    world.graphql(signUpHost, pageDocument),
    (body) => body.includes('"tenantName":"Bench"'),
  );
  const html = fromMemory(
    'sign-up page, HTML',
    0.47,
    requestOf('GET', '/signup', { host: signUpHost, 'accept-encoding': 'br' }),
    (body) => body.length > 500,
  );

  const list = () => {
    const request = {
      bytes: world.asAdministrator(listDocument),
      check({ body }) {
        const rows = body.toString().match(/"roles":\[\{/g)?.length;
        if (rows !== 100) throw new Error(`A list of ${rows} users with roles: ${body.toString()}`);
      },
    };
    return {
      name: 'list of 100 users with roles, 8 connections',
      limitName: 'one statement as JSON',
      budget: 0.48,
      limit: () => bareLoop(world, '/list'),
      measure: () => runClosedLoop({ port, connections: 8, seconds, next: () => request }),
    };
  };
  return { page, html, list };
}
