import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { ownershipRows } from '../../src/access/postgres/ownership-rows.js';
import { createRecordAudit } from '../../src/audit/index.js';
import { createInventory, type ManageItems } from '../../src/inventory/index.js';
import type { ItemQuery } from '../../src/inventory/item-repository.js';
import { systemClock } from '../../src/platform/clock.js';
import { newId } from '../../src/platform/ids.js';
import { createDatabase, knexOf, type Database } from '../../src/platform/postgres/database.js';
import { createSampleTenant, type SampleTenant } from '../customers/sample-tenant.js';
import { createTestDatabase, type TestDatabase } from '../harness/test-database.js';

let test: TestDatabase;
let database: Database;
let acme: SampleTenant;

beforeAll(async () => {
  test = await createTestDatabase();
  database = createDatabase(test.connectionString, 4);
});

afterAll(async () => {
  await database.close();
  await test.drop();
});

beforeEach(async () => {
  acme = await createSampleTenant(database);
});

const firstPage: ItemQuery = {
  filter: { search: null, type: null, ownerCustomerId: null, groupId: null },
  sort: { field: 'NAME', direction: 'ASC' },
  first: 100,
  after: null,
};

const inventory = () =>
  createInventory({
    database,
    clock: systemClock,
    recordAudit: createRecordAudit(systemClock),
    ownership: ownershipRows,
  });

const saved = async (outcome: ReturnType<ManageItems['create']>) => {
  const result = await outcome;
  if (!result.ok) throw new Error(JSON.stringify(result.failure));
  return result.value;
};

const codes = async (outcome: ReturnType<ManageItems['create']>) => {
  const result = await outcome;
  return result.ok ? [] : result.failure.map(({ field, code }) => `${field.join('.')} ${code}`);
};

const names = async (items: ManageItems, viewer: Parameters<ManageItems['list']>[0], query = {}) =>
  (await items.list(viewer, { ...firstPage, ...query })).rows.map(({ name }) => name);

describe.each(['devices', 'assets'] as const)('%s', (kind) => {
  const resource = kind === 'devices' ? 'DEVICE' : 'ASSET';
  let items: ManageItems;

  beforeEach(() => {
    items = inventory()[kind];
  });

  it('belong to the own customer by default, and to nobody else', async () => {
    const [ada, bob] = [await acme.addCustomer('Ada'), await acme.addCustomer('Bob')];
    const item = await saved(items.create(acme.viewerWith(ada), { name: 'Thermostat' }));
    expect(item).toMatchObject({
      ownerCustomerId: ada,
      type: 'default',
      label: null,
      attributes: {},
    });
    await saved(items.create(acme.viewerWith(bob), { name: 'Thermostat' }));

    expect(await names(items, acme.viewerWith(ada))).toEqual(['Thermostat']);
    expect(await names(items, acme.viewerWith(null))).toEqual(['Thermostat', 'Thermostat']);
    for (const act of [
      () => items.find(acme.viewerWith(bob), item.id),
      () => items.update(acme.viewerWith(bob), item.id, { name: 'Mine' }),
      () => items.delete(acme.viewerWith(bob), item.id),
    ]) {
      await expect(act()).rejects.toMatchObject({ code: 'NOT_FOUND' });
    }
  });

  it('are not found by what is no id', async () => {
    const viewer = acme.viewerWith(null);
    await expect(items.find(viewer, "' or 1=1")).rejects.toMatchObject({ code: 'NOT_FOUND' });
    const filter = { ...firstPage.filter, ownerCustomerId: 'nobody' };
    expect(await names(items, viewer, { filter })).toEqual([]);
    expect(await items.count(viewer, filter)).toBe(0);
    expect(await codes(items.create(viewer, { name: 'x', ownerCustomerId: 'nobody' }))).toEqual([
      'input.ownerCustomerId NOT_FOUND',
    ]);
  });

  it('have names of their own per owner', async () => {
    const [ada, bob] = [await acme.addCustomer('Ada'), await acme.addCustomer('Bob')];
    const viewer = acme.viewerWith(ada);
    const first = await saved(items.create(viewer, { name: 'Boiler' }));
    await saved(items.create(acme.viewerWith(bob), { name: 'Boiler' }));
    await saved(items.create(acme.viewerWith(null), { name: 'Boiler' }));
    const second = await saved(items.create(viewer, { name: 'boiler' }));

    expect(await codes(items.create(viewer, { name: ' Boiler ' }))).toEqual([
      'input.name NAME_TAKEN',
    ]);
    expect(await codes(items.update(viewer, second.id, { name: 'Boiler' }))).toEqual([
      'input.name NAME_TAKEN',
    ]);
    expect(await items.find(viewer, second.id)).toMatchObject({ name: 'boiler' });
    expect(await codes(items.update(viewer, first.id, { name: 'Boiler' }))).toEqual([]);
  });

  it('are created below the own customer only', async () => {
    const ada = await acme.addCustomer('Ada');
    const [child, bob] = [await acme.addCustomer('Child', ada), await acme.addCustomer('Bob')];
    const viewer = acme.viewerWith(ada);
    await saved(items.create(viewer, { name: 'Boiler', ownerCustomerId: child }));
    for (const ownerCustomerId of [bob, newId()]) {
      expect(await codes(items.create(viewer, { name: '', ownerCustomerId }))).toEqual([
        'input.name REQUIRED',
        'input.ownerCustomerId NOT_FOUND',
      ]);
    }
  });

  it('name the permission that is missing', async () => {
    const ada = await acme.addCustomer('Ada');
    const { id } = await saved(items.create(acme.viewerWith(ada), { name: 'Boiler' }));
    const reader = acme.viewerWith(ada, { [resource]: ['READ'] });
    const missing = (operation: string) => ({
      code: 'FORBIDDEN',
      message: expect.stringContaining(`${resource}:${operation}`) as string,
    });
    expect((await items.find(reader, id)).viewerCan).toEqual(['READ']);
    await expect(items.create(reader, { name: 'x' })).rejects.toMatchObject(missing('CREATE'));
    await expect(items.update(reader, id, { name: 'x' })).rejects.toMatchObject(missing('WRITE'));
    await expect(items.delete(reader, id)).rejects.toMatchObject(missing('DELETE'));
  });

  it('show and take attributes only with the permissions for them', async () => {
    const ada = await acme.addCustomer('Ada');
    const attributes = { floor: -1, note: 'two\nlines', on: true };
    const owner = acme.viewerWith(ada);
    const { id } = await saved(items.create(owner, { name: 'Boiler', attributes }));
    expect((await items.find(owner, id)).attributes).toEqual(attributes);

    const writer = acme.viewerWith(ada, { [resource]: ['READ', 'WRITE', 'CREATE'] });
    expect((await items.find(writer, id)).attributes).toBeNull();
    expect((await items.list(writer, firstPage)).rows[0]?.attributes).toBeNull();
    const missing = {
      code: 'FORBIDDEN',
      message: expect.stringContaining('WRITE_ATTRIBUTES') as string,
    };
    await expect(items.update(writer, id, { attributes: {} })).rejects.toMatchObject(missing);
    await expect(items.create(writer, { name: 'x', attributes })).rejects.toMatchObject(missing);
    expect(await saved(items.update(writer, id, { label: 'Cellar' }))).toMatchObject({
      label: 'Cellar',
      attributes: null,
    });
    expect((await items.find(owner, id)).attributes).toEqual(attributes);
  });

  it('leave an audit entry for each change, none for no change', async () => {
    const viewer = acme.viewerWith(null);
    const { id } = await saved(items.create(viewer, { name: 'Boiler', attributes: { floor: 1 } }));
    await saved(items.update(viewer, id, { name: 'Boiler' }));
    await saved(items.update(viewer, id, { name: 'Heater', attributes: { floor: 2 } }));
    await items.delete(viewer, id);
    const entries = await database.transact(acme.tenantId, (tx) =>
      knexOf(tx)('audit_log_entries')
        .where({ entity_id: id })
        .orderBy('id')
        .select('action', 'entity_name', 'actor_name', 'before', 'after'),
    );
    const word = resource.toLowerCase();
    const whole = { type: 'default', label: null };
    expect(entries).toEqual([
      {
        action: `${word}.created`,
        entity_name: 'Boiler',
        actor_name: 'Ada',
        before: null,
        after: { ownerCustomerId: null, name: 'Boiler', ...whole, 'attributes.floor': 1 },
      },
      {
        action: `${word}.updated`,
        entity_name: 'Heater',
        actor_name: 'Ada',
        before: { name: 'Boiler', 'attributes.floor': 1 },
        after: { name: 'Heater', 'attributes.floor': 2 },
      },
      {
        action: `${word}.deleted`,
        entity_name: 'Heater',
        actor_name: 'Ada',
        before: { name: 'Heater', ...whole, 'attributes.floor': 2 },
        after: null,
      },
    ]);
  });

  it('come page by page in either order', async () => {
    const viewer = acme.viewerWith(null);
    const ada = await acme.addCustomer('Ada');
    for (const name of ['b', 'a', 'd', 'c']) await saved(items.create(viewer, { name }));
    await saved(items.create(viewer, { name: 'b', ownerCustomerId: ada }));

    const walk = async (sort: ItemQuery['sort']) => {
      const seen: string[] = [];
      let after: ItemQuery['after'] = null;
      for (;;) {
        const page = await items.list(viewer, { ...firstPage, sort, first: 2, after });
        seen.push(...page.rows.map(({ name }) => name));
        const last = page.rows.at(-1);
        if (!page.hasNextPage || !last) return seen.join('');
        after = { value: sort.field === 'NAME' ? last.name : last.createdAt, id: last.id };
      }
    };
    expect(await walk({ field: 'NAME', direction: 'ASC' })).toBe('abbcd');
    expect(await walk({ field: 'NAME', direction: 'DESC' })).toBe('dcbba');
    expect(await walk({ field: 'CREATED_AT', direction: 'ASC' })).toBe('badcb');
    expect(await walk({ field: 'CREATED_AT', direction: 'DESC' })).toBe('bcdab');
  });

  it('are searched by name, label and type, as plain text', async () => {
    const viewer = acme.viewerWith(null);
    await saved(items.create(viewer, { name: 'Boiler 100%' }));
    await saved(items.create(viewer, { name: 'Two', label: 'next to the BOILER' }));
    await saved(items.create(viewer, { name: 'Three', type: 'boiler' }));
    await saved(items.create(viewer, { name: 'Four' }));
    const search = (text: string) =>
      names(items, viewer, { filter: { ...firstPage.filter, search: text } });
    expect(await search('boiler')).toEqual(['Boiler 100%', 'Three', 'Two']);
    expect(await search('%')).toEqual(['Boiler 100%']);
    expect(await search('_')).toEqual([]);
    const ofType = { ...firstPage.filter, type: 'boiler' };
    expect(await names(items, viewer, { filter: ofType })).toEqual(['Three']);
    expect(await items.count(viewer, ofType)).toBe(1);
  });
});
