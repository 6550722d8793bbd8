import { expect, it } from 'vitest';
import { AUDIT_ACTIONS } from './audit-actions';
import texts from './messages/en.json';

it('has words for every action, and no others', () => {
  const worded = Object.entries(texts.did).flatMap(([entity, verbs]) =>
    Object.keys(verbs).map((verb) => `${entity}.${verb}`),
  );
  expect([...AUDIT_ACTIONS].sort()).toEqual(worded.sort());
});
