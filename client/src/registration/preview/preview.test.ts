import { readFileSync } from 'node:fs';
import { buildSchema, isObjectType, Kind, visit, type GraphQLObjectType } from 'graphql';
import { describe, expect, it } from 'vitest';
import { SignUpPagePreviewDocument } from '../../generated/graphql';
import { newForm } from '../self-registration-form';
import { toDraftInput } from './draft-page';
import { messageOf } from './preview-messages';

const schema = buildSchema(
  readFileSync(new URL('../../../../server/schema/schema.graphql', import.meta.url), 'utf8'),
);

/** Names of the fields that the type has, and those below them. */
function namesIn(type: GraphQLObjectType, names = new Set<string>()): Set<string> {
  for (const field of Object.values(type.getFields())) {
    if (names.has(field.name)) continue;
    names.add(field.name);
    let inner: unknown = field.type;
    while (inner && typeof inner === 'object' && 'ofType' in inner) inner = inner.ofType;
    if (isObjectType(inner)) namesIn(inner, names);
  }
  return names;
}

it('asks for everything that a sign-up page has', () => {
  const page = schema.getType('SignUpPage');
  if (!isObjectType(page)) throw new Error('No SignUpPage in the schema.');
  const asked = new Set<string>();
  visit(SignUpPagePreviewDocument, {
    [Kind.FIELD]: (node) => void asked.add(node.name.value),
  });
  expect([...namesIn(page)].filter((name) => !asked.has(name))).toEqual([]);
});

it('sends neither a typed secret nor roles to be looked at', () => {
  const form = newForm(null);
  form.captcha = { ...form.captcha, provider: 'RECAPTCHA_V2', siteKey: 'k', secretKey: 'secret' };
  expect(JSON.stringify(toDraftInput(form))).not.toMatch(/secret|captcha|groupRoleAssignments/);
});

describe('a message', () => {
  const frame = {} as Window;
  const data = { type: 'gatehouse.ready' };

  it('counts when it comes from the sandboxed frame', () => {
    expect(messageOf({ source: frame, origin: 'null', data }, frame)).toEqual(data);
  });

  it.each([
    ['of another window', { source: {} as Window, origin: 'null', data }],
    ['of a frame with an origin', { source: frame, origin: 'http://localhost', data }],
    ['of another kind', { source: frame, origin: 'null', data: { type: 'other' } }],
    ['without a kind', { source: frame, origin: 'null', data: null }],
  ])('%s does not', (_what, event) => {
    expect(messageOf(event, frame)).toBeUndefined();
  });
});
