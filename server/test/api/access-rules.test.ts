import { graphql, GraphQLObjectType, GraphQLSchema, GraphQLString } from 'graphql';
import { describe, expect, it } from 'vitest';
import type { ViewerContext } from '../../src/access/index.js';
import { decideAccess } from '../../src/app/decide-access.js';
import { describeApi } from '../../src/app/print-api.js';
import { accessRules, enforceAccess } from '../../src/platform/graphql/allow.js';

/** What strangers may call: product.md, «Public operations», and the four beside them. */
const publicOperations = [
  'Mutation.activate',
  'Mutation.confirmEmailChange',
  'Mutation.createFirstAdministrator',
  'Mutation.disownRegistration',
  'Mutation.register',
  'Mutation.requestPasswordReset',
  'Mutation.resendActivation',
  'Mutation.resetPassword',
  'Mutation.signIn',
  'Mutation.signOut',
  'Query.captchaChallenge',
  'Query.legalDocument',
  'Query.me',
  'Query.signUpPage',
];

let called = 0;

/** An operation with a rule, and one whose author forgot it. */
const sampleSchema = (): GraphQLSchema =>
  enforceAccess<ViewerContext>(
    new GraphQLSchema({
      query: new GraphQLObjectType({
        name: 'Query',
        fields: {
          forgotten: {
            type: GraphQLString,
            resolve: () => {
              called += 1;
              return 'secret';
            },
          },
          declared: {
            type: GraphQLString,
            extensions: { access: { kind: 'signed-in' } },
            resolve: () => 'fine',
          },
        },
      }),
    }),
    decideAccess,
  );

const viewer = {
  principal: { authority: 'SYS_ADMIN', tenantId: 't' },
  actor: { kind: 'SYSTEM' },
};

const codeOf = async (schema: GraphQLSchema, source: string, by: object | null) => {
  const contextValue = { viewer: by, loaders: new Map() };
  const { data, errors } = await graphql({ schema, source, contextValue });
  const cause = errors?.[0]?.originalError as { code?: string } | undefined;
  return { data, code: cause?.code };
};

describe('default deny', () => {
  it('holds for every operation: each declares who may call it', () => {
    const undeclared = [...accessRules(describeApi())].filter(([, rule]) => rule === null);
    expect(undeclared.map(([name]) => name)).toEqual([]);
  });

  it('opens exactly the documented operations to strangers', () => {
    const open = [...accessRules(describeApi())].filter(([, rule]) => rule?.kind === 'public');
    expect(open.map(([name]) => name).sort()).toEqual(publicOperations);
  });

  it('refuses an operation without a rule to everybody, before its resolver runs', async () => {
    const schema = sampleSchema();
    expect(accessRules(schema).get('Query.forgotten')).toBeNull();
    expect(await codeOf(schema, '{ forgotten }', viewer)).toEqual({
      data: { forgotten: null },
      code: 'FORBIDDEN',
    });
    expect(await codeOf(schema, '{ forgotten }', null)).toEqual({
      data: { forgotten: null },
      code: 'UNAUTHENTICATED',
    });
    expect(called).toBe(0);
    expect((await codeOf(schema, '{ declared }', viewer)).data).toEqual({ declared: 'fine' });
    expect((await codeOf(schema, '{ declared }', null)).code).toBe('UNAUTHENTICATED');
  });
});
