import { beforeAll, describe, expect, it, vi } from 'vitest';
import { describeApi } from '../../src/app/print-api.js';
import { accessRules } from '../../src/platform/graphql/allow.js';
import { newId } from '../../src/platform/ids.js';
import { startTestApp, type Browser } from '../harness/app.js';
import { makeTenant, type TestTenant } from '../harness/tenants.js';
import { becomeSystemAdministrator } from '../identity/people.js';
import { captureLog } from './captured-log.js';
import { callWith } from './operation-call.js';
import { nameOf, placesOf, type Place } from './schema-places.js';

// Hundreds of calls: on a busy machine they take their time.
vi.setConfig({ testTimeout: 60_000 });

/** It stands in every value, and must stand in no answer and no line of the log. */
const secret = 'hunter2-canary';

const schema = describeApi();
const rules = accessRules(schema);
const places = placesOf(schema);
const ofType = (...types: string[]): Place[] => places.filter(({ type }) => types.includes(type));
const captured = captureLog();

let tenant: TestTenant;
let stranger: Browser;
let system: Browser;
beforeAll(async () => {
  const app = await startTestApp({ log: captured.log });
  tenant = await makeTenant(app);
  stranger = app.browser(tenant.host);
  system = await becomeSystemAdministrator(app);
});

/** Somebody who gets as far as the value. */
const callerOf = (place: Place): Browser => {
  const root = place.kind === 'query' ? 'Query' : 'Mutation';
  const rule = rules.get(`${root}.${place.operation.name}`);
  if (rule?.kind === 'public') return stranger;
  const isForSystem = rule?.kind === 'authority' && !rule.authorities.includes('TENANT_ADMIN');
  return isForSystem || place.path.at(-1) === 'tenantId' ? system : tenant.admin;
};

const tryValue = async (place: Place, value: unknown): Promise<string[]> => {
  const { query, variables } = await callWith(place, value, () => newId());
  const { status, body, errors } = await callerOf(place).graphql(query, variables);
  const codes = errors.map(({ extensions }) => extensions.code);
  const isOurFault = status >= 500 || codes.includes('INTERNAL_SERVER_ERROR');
  return isOurFault || body.includes(secret)
    ? [`${nameOf(place)} with ${JSON.stringify(value).slice(0, 60)}: ${body}`]
    : [];
};

/** What went wrong with hostile values: answers that blame the server, or say what was sent. */
const faultsOf = async (tried: readonly Place[], values: readonly unknown[]): Promise<string[]> => {
  captured.lines.length = 0;
  const faults: string[] = [];
  for (const value of values) {
    const answers = await Promise.all(tried.map((place) => tryValue(place, value)));
    faults.push(...answers.flat());
  }
  return [...faults, ...captured.lines.filter((line) => line.includes(secret))];
};

describe('values of the wrong type', () => {
  it('are refused without being quoted, in the answer and in the log', async () => {
    expect(await faultsOf(ofType('String', 'ID'), [{ password: secret }])).toEqual([]);
  });

  it('are so for numbers, enums and objects, too', async () => {
    const isText = new Set(['String', 'ID']);
    const others = places.filter(({ type }) => !isText.has(type));
    expect(others.length).toBeGreaterThan(20);
    expect(await faultsOf(others, [secret])).toEqual([]);
  });
});

describe('values that look right', () => {
  it('are clean answers for what can be no id', async () => {
    const almost = `${newId()}f`;
    expect(await faultsOf(ofType('ID'), ['', `${secret}\0`, almost])).toEqual([]);
  });

  it('are clean answers for what no text can hold', async () => {
    const texts = ['a\0b', 'a\udc00b', `%_\\'"$1?${'x'.repeat(5_000)}`];
    expect(await faultsOf(ofType('String'), texts)).toEqual([]);
  });

  it('are clean answers for numbers at their edges', async () => {
    const edges = [-1, 2 ** 31 - 1, -(2 ** 31)];
    expect(await faultsOf(ofType('Int', 'Float'), edges)).toEqual([]);
  });

  it('are clean answers for objects with keys that mean something to JavaScript', async () => {
    const objects = ['{"__proto__":{"a":1}}', '{"constructor":1}', '{"a\\u0000":1}', '{"a":{}}'];
    const values = objects.map((text) => JSON.parse(text) as unknown);
    expect(await faultsOf(ofType('JSONObject'), values)).toEqual([]);
  });
});

describe('cursors and page sizes', () => {
  it('that no list gave out are refused in words', async () => {
    const cursors = places.filter(({ path }) => path.at(-1) === 'after');
    expect(cursors.length).toBeGreaterThan(5);
    const foreign = Buffer.from(JSON.stringify(['x', "' or 1=1"])).toString('base64url');
    for (const place of cursors) {
      for (const cursor of ['nonsense', foreign, Buffer.from('[]').toString('base64url')]) {
        const { query, variables } = await callWith(place, cursor, () => newId());
        const { errors } = await tenant.admin.graphql(query, variables);
        const codes = errors.map(({ extensions }) => extensions.code);
        expect([nameOf(place), codes]).toEqual([nameOf(place), ['BAD_USER_INPUT']]);
      }
    }
  });

  it('outside 1 to 100 are refused in words', async () => {
    const sizes = places.filter(({ path }) => ['first', 'limit'].includes(path.at(-1) ?? ''));
    for (const place of sizes) {
      for (const size of [0, 101]) {
        const { query, variables } = await callWith(place, size, () => newId());
        const by = place.operation.name === 'tenants' ? system : tenant.admin;
        const { errors } = await by.graphql(query, variables);
        const codes = errors.map(({ extensions }) => extensions.code);
        expect([nameOf(place), codes]).toEqual([nameOf(place), ['BAD_USER_INPUT']]);
      }
    }
  });
});
