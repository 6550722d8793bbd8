import { beforeEach, describe, expect, it } from 'vitest';
import type { CurrentSession } from './current-session.js';
import { createSessionMemory } from './session-memory.js';

const token = Buffer.from('token');
const session = (parent: object | null = null) => ({ session: { parent } }) as CurrentSession;

const createWorld = () => {
  let change: (tenantId: string) => void = () => undefined;
  const world = {
    now: 0,
    hears: true,
    lookUps: 0,
    tell: (tenantId: string) => change(tenantId),
    recall: (tenantId = 'one', found: CurrentSession | null = session()) =>
      memory.recall(tenantId, token, () => {
        world.lookUps += 1;
        return Promise.resolve(found);
      }),
  };
  const memory = createSessionMemory(
    { on: (_topic, listener) => (change = listener), isListening: () => world.hears },
    { now: () => new Date(world.now) },
  );
  return { ...world, world, memory };
};

describe('a session', () => {
  let { world, memory } = createWorld();
  beforeEach(() => ({ world, memory } = createWorld()));
  const lookUpsOf = async (calls: number): Promise<number> => {
    for (let call = 0; call < calls; call += 1) await world.recall();
    return world.lookUps;
  };

  it('is looked up once in 5 s', async () => {
    expect(await lookUpsOf(3)).toBe(1);
    world.now = 4_999;
    expect(await lookUpsOf(1)).toBe(1);
    world.now = 5_000;
    expect(await lookUpsOf(1)).toBe(2);
    world.now = 4_000; // the clock was put back
    expect(await lookUpsOf(1)).toBe(3);
  });

  it('is forgotten when something of its tenant changes, or everything may have', async () => {
    await world.recall('one');
    await world.recall('two');
    world.tell('one');
    await world.recall('one');
    await world.recall('two');
    expect(world.lookUps).toBe(3);
    world.tell('*');
    await world.recall('two');
    expect(world.lookUps).toBe(4);
    memory.forgetAll();
    await world.recall('two');
    expect(world.lookUps).toBe(5);
  });

  it('is not kept as it was before a change that came in the middle of the look-up', async () => {
    let finish: (found: CurrentSession) => void = () => undefined;
    const slow = new Promise<CurrentSession>((resolve) => (finish = resolve));
    const before = memory.recall('one', token, () => slow);
    world.tell('one');
    finish(session());
    await before;
    expect(await lookUpsOf(2)).toBe(1);
  });

  it('is looked up for each call while changes are not heard', async () => {
    await world.recall();
    world.hears = false;
    expect(await lookUpsOf(2)).toBe(3);
  });

  it('that does not count, or leans on another tenant, is not kept', async () => {
    await world.recall('one', null);
    await world.recall('one', null);
    await world.recall('two', session({}));
    await world.recall('two', session({}));
    expect(world.lookUps).toBe(4);
  });

  it('whose look-up failed is looked up again', async () => {
    const failing = memory.recall('one', token, () => Promise.reject(new Error('down')));
    await expect(failing).rejects.toThrow('down');
    expect(await lookUpsOf(1)).toBe(1);
  });
});
