import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { systemClock } from '../platform/clock.js';
import { openMailStore } from './mail-store.js';

let folder: string;
beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'gatehouse-mails-'))));
afterEach(() => rmSync(folder, { recursive: true }));

describe('openMailStore', () => {
  it('keeps the newest 500, on disk as well', async () => {
    const store = await openMailStore(folder, systemClock);
    for (let count = 1; count <= 503; count += 1) {
      await store.add({ from: '', to: '', subject: `${count}`, text: '', html: null });
    }
    expect(store.list()).toHaveLength(500);
    expect(store.list()[0]?.subject).toBe('503');
    expect(store.list().at(-1)?.subject).toBe('4');
    expect(readdirSync(folder)).toHaveLength(500);
  });
});
