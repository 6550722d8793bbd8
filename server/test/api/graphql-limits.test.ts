import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import {
  Kind,
  OperationTypeNode,
  parse,
  print,
  validate,
  type OperationDefinitionNode,
} from 'graphql';
import { beforeAll, describe, expect, it } from 'vitest';
import { describeApi } from '../../src/app/print-api.js';
import { costOf } from '../../src/platform/graphql/query-cost.js';
import { requestLimitRules, requestLimits } from '../../src/platform/graphql/request-limits.js';
import { startTestApp, type Browser, type GraphqlAnswer } from '../harness/app.js';
import { makeTenant } from '../harness/tenants.js';

let admin: Browser;
let stranger: Browser;
beforeAll(async () => {
  const app = await startTestApp();
  const tenant = await makeTenant(app);
  admin = tenant.admin;
  stranger = app.browser(tenant.host);
});

const times = (count: number, part: (index: number) => string): string =>
  Array.from({ length: count }, (_one, index) => part(index)).join(' ');

const refusal = ({ status, data, errors }: GraphqlAnswer<unknown>) => ({
  status,
  data,
  codes: [...new Set(errors.map(({ extensions }) => extensions.code))],
});

const refused = { status: 400, data: null, codes: ['BAD_USER_INPUT'] };

const parents = (levels: number): string =>
  `${'parent { '.repeat(levels)} id ${'} '.repeat(levels)}`;
const listOfCustomers = (levels: number): string =>
  `{ customers(first: 1) { nodes { ${parents(levels)} } } }`;

/** Fragments that double each other: 2^n fields in a few hundred tokens. */
const bomb = (levels: number, on: string, field: string): string =>
  `${times(levels, (n) => `fragment F${n} on ${on} { ...F${n + 1} ...F${n + 1} }`)}
   fragment F${levels} on ${on} { ${field} }`;

describe('a request that asks for too much is refused before anything runs', () => {
  it.each([
    ['levels', listOfCustomers(requestLimits.depth)],
    [
      'levels inside of fragments',
      `query { customers { nodes { ...A } } }
       fragment A on Customer { ${'parent { '.repeat(5)} ...B ${'}'.repeat(5)} }
       fragment B on Customer { ${parents(6)} }`,
    ],
    ['fields side by side', `{ me { user { ${'id '.repeat(requestLimits.breadth + 1)} } } }`],
    ['aliases', `{ me { user { ${times(requestLimits.aliases + 1, (n) => `a${n}: id`)} } } }`],
    [
      'directives',
      `{ me { ${'... @include(if: true) { user { id } } '.repeat(requestLimits.directives + 1)} } }`,
    ],
    [
      'root fields',
      `{ ${times(requestLimits.rootFields + 1, (n) => `a${n}: me { user { id } }`)} }`,
    ],
    [
      'root fields inside of a fragment',
      `query { ...A ...B }
       fragment A on Query { ${times(6, (n) => `a${n}: me { user { id } }`)} }
       fragment B on Query { ${times(6, (n) => `b${n}: me { user { id } }`)} }`,
    ],
    ['tokens', `{ me { user { ${'id '.repeat(requestLimits.tokens)} } } }`],
    [
      'rows',
      `{ ${times(9, (n) => `c${n}: customers(first: 100) { nodes { ...A } edges { node { ...A } } }`)} }
       fragment A on Customer { id title email createdAt parent { id title email createdAt owner { name } } }`,
    ],
    [
      'lists without a size',
      `{ roles(limit: 100) { items { usedBySelfRegistrations { groupRoleAssignments {
       role { usedBySelfRegistrations { groupRoleAssignments { role { id } } } } } } } } }`,
    ],
  ])('%s', async (_what, query) => {
    expect(refusal(await admin.graphql(query))).toEqual(refused);
  });

  it.each([
    ['at the root', `query { ...F0 } ${bomb(28, 'Query', 'me { user { id } }')}`],
    ['below', `query { me { user { ...F0 } } } ${bomb(28, 'User', 'id')}`],
    [
      'of levels',
      `query { customers { nodes { ...F0 } } }
      ${times(24, (n) => `fragment F${n} on Customer { parent { ...F${n + 1} } p: parent { ...F${n + 1} } }`)}
      fragment F24 on Customer { id }`,
    ],
  ])('fragments that double each other %s, without taking long over it', async (_where, query) => {
    const started = performance.now();
    expect(refusal(await stranger.graphql(query))).toEqual(refused);
    expect(performance.now() - started).toBeLessThan(3_000);
  });

  it('takes what is just within the limits', async () => {
    const answers = await Promise.all([
      admin.graphql(listOfCustomers(requestLimits.depth - 3)),
      admin.graphql(`{ me { user { ${times(requestLimits.aliases, (n) => `a${n}: id`)} } } }`),
      admin.graphql(`{ ${times(requestLimits.rootFields, (n) => `a${n}: me { user { id } }`)} }`),
    ]);
    expect(answers.map(({ status, errors }) => [status, errors])).toEqual(
      answers.map(() => [200, []]),
    );
  });
});

describe('the console', () => {
  const schema = describeApi();
  const folder = fileURLToPath(new URL('../../../client/src/', import.meta.url));
  const sources = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.graphql'))
    .map((file) => readFileSync(`${folder}${file}`, 'utf8'));
  const { definitions } = parse(sources.join('\n'));
  const fragments = definitions.filter(({ kind }) => kind === Kind.FRAGMENT_DEFINITION);
  const operations = definitions.filter((d) => d.kind === Kind.OPERATION_DEFINITION);
  const samples: Readonly<Record<string, unknown>> = {
    Int: 100,
    Boolean: true,
    ID: 'x',
    String: '',
    ConsentFormat: 'CSV',
    LegalDocumentKind: 'PRIVACY_POLICY',
    UpdateSelfRegistrationInput: {},
    '[GroupRoleAssignmentInput]!': [],
    RecipientPreviewInput: { type: 'ALL_USERS' },
    RegistrantCanReadDashboardInput: { dashboardId: 'x', groupRoleAssignments: [] },
    ItemKind: 'DEVICE',
    BreakdownBy: 'TYPE',
    WidgetFilterInput: { entity: 'DEVICE' },
    MailTemplateTextInput: { template: 'activation', locale: 'en', subject: '', html: '' },
  };

  /** The most that a screen can ask for: pages of full size, every part of it shown. */
  const mostOf = (operation: OperationDefinitionNode): Record<string, unknown> =>
    Object.fromEntries(
      (operation.variableDefinitions ?? []).flatMap(({ variable, type }) => {
        const sample = samples[print(type).replace('!', '')];
        return sample === undefined ? [] : [[variable.name.value, sample]];
      }),
    );

  it.each(operations.map((operation) => [operation.name?.value, operation] as const))(
    'may ask for %s',
    (_name, operation) => {
      const document = { kind: Kind.DOCUMENT, definitions: [operation, ...fragments] } as const;
      expect(validate(schema, document, requestLimitRules)).toEqual([]);
      if (operation.operation !== OperationTypeNode.QUERY) return;
      const cost = costOf({ schema, document, variables: mostOf(operation) });
      expect(cost).toBeLessThanOrEqual(requestLimits.cost);
    },
  );
});
