import type { Operation } from '../generated/graphql';

/** What somebody may do, as words of one sentence: the keys below `registration.registrant.verb`. */
const VERBS = [
  'see',
  'seeWithoutAttributes',
  'seeAttributes',
  'add',
  'change',
  'changeWithoutAttributes',
  'changeAttributes',
  'delete',
  'changeOwner',
  'signInAs',
  'addMembers',
  'removeMembers',
  'share',
] as const;

export type Verb = (typeof VERBS)[number];

const PLAIN: Partial<Record<Operation, Verb>> = {
  CREATE: 'add',
  DELETE: 'delete',
  CHANGE_OWNER: 'changeOwner',
  IMPERSONATE: 'signInAs',
  ADD_TO_GROUP: 'addMembers',
  REMOVE_FROM_GROUP: 'removeMembers',
  SHARE_GROUP: 'share',
};

function withAttributes<T>(
  plain: boolean,
  attributes: boolean,
  words: [both: T, one: T, other: T],
) {
  if (plain) return [attributes ? words[0] : words[1]];
  return attributes ? [words[2]] : [];
}

/** Attributes are only named where they differ from the rest. */
export function toVerbs(operations: readonly Operation[], hasAttributes: boolean): Verb[] {
  const has = (operation: Operation) => operations.includes(operation);
  const seen = has('READ_ATTRIBUTES') || (has('READ') && !hasAttributes);
  const changed = has('WRITE_ATTRIBUTES') || (has('WRITE') && !hasAttributes);
  const verbs = new Set<Verb>([
    ...withAttributes<Verb>(has('READ'), seen, ['see', 'seeWithoutAttributes', 'seeAttributes']),
    ...withAttributes<Verb>(has('WRITE'), changed, [
      'change',
      'changeWithoutAttributes',
      'changeAttributes',
    ]),
    ...operations.flatMap((operation) => PLAIN[operation] ?? []),
  ]);
  return VERBS.filter((verb) => verbs.has(verb));
}
