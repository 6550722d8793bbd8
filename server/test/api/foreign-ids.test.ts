import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { describeApi } from '../../src/app/print-api.js';
import { accessRules } from '../../src/platform/graphql/allow.js';
import { newId } from '../../src/platform/ids.js';
import { startTestApp, type Browser, type GraphqlAnswer } from '../harness/app.js';
import { idKindOf, type IdKind } from './id-kinds.js';
import { makeFresh } from './makers.js';
import { callWith, withoutAccidents, type IdFor } from './operation-call.js';
import { nameOf, placesOf, type Place } from './schema-places.js';
import { openOwner, type Owner } from './stored-rows.js';
import { makeTwoTenants, type Ids, type TwoTenants } from './two-tenants.js';

// Hundreds of calls: on a busy machine they take their time.
vi.setConfig({ testTimeout: 60_000 });

const schema = describeApi();
const idPlaces = placesOf(schema).filter(({ type }) => type === 'ID');
const rules = accessRules(schema);

let world: TwoTenants;
let owner: Owner;

beforeAll(async () => {
  const app = await startTestApp();
  world = await makeTwoTenants(app);
  owner = await openOwner(app.connectionString);
  await owner.untilQueueIsIdle();
}, 60_000);
afterAll(() => owner.close());

const from =
  (ids: Partial<Ids>): IdFor =>
  (place) =>
    ids[idKindOf(place)] ?? newId();

const call = async (by: Browser, place: Place, id: string, idFor: IdFor) => {
  const { query, variables } = await callWith(place, id, idFor);
  return by.graphql(query, variables);
};

const told = ({ status, body }: GraphqlAnswer): string => `${status} ${withoutAccidents(body)}`;

/** Calls every operation that takes an id with a foreign one, and with one that nothing ever had. */
const tryForeignIds = async (by: Browser, own: Partial<Ids>, foreign: Partial<Ids>) => {
  const differing: string[] = [];
  let tried = 0;
  for (const place of idPlaces) {
    const id = foreign[idKindOf(place)];
    if (id === undefined) continue;
    tried += 1;
    const [answer, toUnknown] = await Promise.all([
      call(by, place, id, from(own)),
      call(by, place, newId(), from(own)),
    ]);
    if (told(answer) !== told(toUnknown) || told(answer).includes('INTERNAL_SERVER_ERROR')) {
      differing.push(`${nameOf(place)}: ${told(answer)} instead of ${told(toUnknown)}`);
    }
  }
  await owner.untilQueueIsIdle();
  return { differing, tried };
};

const places = (kinds: (kind: IdKind) => boolean): number =>
  idPlaces.filter((place) => kinds(idKindOf(place))).length;

describe('an id of somebody else is answered like one that nothing has', () => {
  it('to a customer administrator, of another customer of the tenant', async () => {
    const { first, second, ids, tenant } = world.acme;
    const theirs = Object.values(second.ids);
    const rowsOfSecond = async () =>
      (await owner.rowsOf(tenant.id)).filter((row) => theirs.some((id) => row.includes(id)));
    const before = await rowsOfSecond();
    // What customers never own is the tenant's; its own id and its published texts are no secret.
    const { tenant: _own, legalVersion: _published, ...ofTenant } = ids;
    const foreign = { ...ofTenant, ...second.ids };

    const { differing, tried } = await tryForeignIds(first.browser, first.ids, foreign);
    expect(differing).toEqual([]);
    expect(tried).toBe(places((kind) => kind !== 'tenant' && kind !== 'legalVersion'));
    expect(before.length).toBeGreaterThan(10);
    expect(await rowsOfSecond()).toEqual(before);
  });

  it.each(['the administrator', 'a registrant'])('to %s of another tenant', async (who) => {
    const { acme, globex } = world;
    const before = await owner.rowsOf(globex.tenant.id);
    const isAdmin = who === 'the administrator';
    const by = isAdmin ? acme.parts.admin.browser : acme.first.browser;
    const own = isAdmin ? acme.ids : acme.first.ids;
    const foreign = isAdmin ? globex.ids : { ...globex.ids, ...globex.second.ids };
    const { differing, tried } = await tryForeignIds(by, own, foreign);
    expect(differing).toEqual([]);
    expect(tried).toBe(idPlaces.length);
    expect(before.length).toBeGreaterThan(50);
    expect(await owner.rowsOf(globex.tenant.id)).toEqual(before);
  });

  it('to a system administrator, of what lies inside a tenant', async () => {
    const { globex, system } = world;
    const before = await owner.rowsOf(globex.tenant.id);
    const { tenant, ...inside } = globex.ids;
    const { differing } = await tryForeignIds(system, { tenant }, inside);
    expect(differing).toEqual([]);
    expect(await owner.rowsOf(globex.tenant.id)).toEqual(before);
  });
});

describe('the same calls with an id of the caller’s own', () => {
  const forSystem = new Set(['createDomain(input.tenantId)']);
  const isForSystem = (place: Place): boolean => {
    const root = place.kind === 'query' ? 'Query' : 'Mutation';
    const rule = rules.get(`${root}.${place.operation.name}`);
    return rule?.kind === 'authority' || forSystem.has(nameOf(place));
  };

  /** Answered alike unless the person is asked just then: test/legal holds these. */
  const onlyWhenAsked = new Set([
    'acceptLegalVersions(input.consents.versionId)',
    'publishLegalVersion(input.basedOn)',
    'registrantCanReadDashboard(input.groupRoleAssignments.entityGroupId)',
    'registrantCanReadDashboard(input.groupRoleAssignments.roleId)',
    'register(input.consents.versionId)',
    'withdrawConsent(id)',
  ]);
  /** A draft is shown without what is wrong in it: test/registration/page-preview holds these. */
  const isDraft = (name: string): boolean => name.startsWith('signUpPagePreview(input.');
  const telling = idPlaces.filter(
    (place) => !onlyWhenAsked.has(nameOf(place)) && !isDraft(nameOf(place)),
  );
  const isPublic = ({ operation }: Place): boolean =>
    rules.get(`Query.${operation.name}`)?.kind === 'public';

  it.each(telling.map((place) => [nameOf(place), place] as const))(
    '%s finds what it names',
    async (_name, place) => {
      const { acme, system } = world;
      const idOf = async (wanted: Place): Promise<string> =>
        wanted.kind === 'query'
          ? acme.ids[idKindOf(wanted)]
          : makeFresh(acme.parts, idKindOf(wanted));
      const { app, host, admin } = acme.parts;
      const stranger = app.browser(host);
      const by = isForSystem(place) ? system : isPublic(place) ? stranger : admin.browser;
      const toUnknown = await call(by, place, newId(), idOf);
      const toOwn = await call(by, place, await idOf(place), idOf);
      expect(told(toOwn)).not.toBe(told(toUnknown));
      expect(toOwn.errors.map(({ extensions }) => extensions.code)).not.toContain('NOT_FOUND');
    },
  );
});
