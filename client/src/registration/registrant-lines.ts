import { ALLOWED_OPERATIONS } from '../access';
import type {
  EntityType,
  Operation,
  RegistrantPermissionsQuery,
  Resource,
} from '../generated/graphql';
import { toVerbs, type Verb } from './operation-words';

export type RegistrantPermissions = RegistrantPermissionsQuery['registrantPermissions'];

/** What the sentence is about. */
type Subject =
  | { kind: 'ownCustomer' }
  | { kind: 'owned'; resources: Resource[] }
  | { kind: 'profile' }
  | { kind: 'shared'; id: string; name: string; type: EntityType };

/** «Devices, assets: see, add, change.» */
export interface RegistrantLine {
  subject: Subject;
  verbs: Verb[];
}

const hasAttributes = (resource: Resource) =>
  resource !== 'ALL' && ALLOWED_OPERATIONS[resource].includes('READ_ATTRIBUTES');

/** Resources of which the same can be said share a line. */
function ownedLines(owned: RegistrantPermissions['onOwned']): RegistrantLine[] {
  const lines = new Map<string, { resources: Resource[]; verbs: Verb[] }>();
  for (const { resource, operations } of owned) {
    if (resource === 'PROFILE') continue;
    const verbs = toVerbs(operations, hasAttributes(resource));
    const line = lines.get(verbs.join()) ?? { resources: [], verbs };
    line.resources.push(resource);
    lines.set(verbs.join(), line);
  }
  return [...lines.values()].map(({ resources, verbs }) => ({
    subject: { kind: 'owned', resources },
    verbs,
  }));
}

const about = (kind: 'ownCustomer' | 'profile', verbs: Verb[]): RegistrantLine[] =>
  verbs.length ? [{ subject: { kind }, verbs }] : [];

/** The permissions as sentences, the widest first. */
export function toLines({
  onOwnCustomer,
  onOwned,
  shared,
}: RegistrantPermissions): RegistrantLine[] {
  const profile = onOwned.find(({ resource }) => resource === 'PROFILE');
  return [
    ...ownedLines(onOwned),
    ...about('ownCustomer', toVerbs(onOwnCustomer, true)),
    ...about('profile', toVerbs(profile?.operations ?? [], false)),
    ...shared.map(({ entityGroup: { id, name, type }, onMembers, onGroup }) => ({
      subject: { kind: 'shared' as const, id, name, type },
      // Whoever sees the group sees its name: what counts is its content, and handing it on.
      verbs: toVerbs([...onMembers, ...onGroup.filter(isAboutSharing)], true),
    })),
  ];
}

const isAboutSharing = (operation: Operation) => operation === 'SHARE_GROUP';
