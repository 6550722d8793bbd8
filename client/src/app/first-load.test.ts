import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';

interface Chunk {
  file: string;
  imports?: string[];
}

const dist = join(import.meta.dirname, '../../dist');
const manifestFile = join(dist, '.vite/manifest.json');
/** The console may load this much JavaScript at first, gzipped. */
const BUDGET_BYTES = 200_000;

/** What the browser loads for these modules, each file once. */
function loadedBytes(manifest: Record<string, Chunk>, modules: string[]): number {
  const seen = new Set<string>();
  const visit = (key: string) => {
    const chunk = manifest[key];
    if (!chunk) throw new Error(`The build has no ${key}`);
    if (seen.has(chunk.file)) return;
    seen.add(chunk.file);
    chunk.imports?.forEach(visit);
  };
  modules.forEach(visit);
  return [...seen]
    .filter((file) => file.endsWith('.js'))
    .reduce((sum, file) => sum + gzipSync(readFileSync(join(dist, file))).length, 0);
}

describe('first load', () => {
  it.each([
    ['sign-in', ['src/identity/SignedOutLayout.vue', 'src/identity/SignInPage.vue']],
    [
      'Home',
      [
        'src/app/shell/AppShell.vue',
        'src/app/home/HomePage.vue',
        'src/app/home/AdministratorHome.vue',
      ],
    ],
  ])('of %s stays within 200 kB', (_, pages) => {
    expect(existsSync(manifestFile), 'build the client first: pnpm run build').toBe(true);
    const manifest = JSON.parse(readFileSync(manifestFile, 'utf8')) as Record<string, Chunk>;
    const bytes = loadedBytes(manifest, ['index.html', 'src/app/locale-en.ts', ...pages]);
    expect(bytes).toBeLessThan(BUDGET_BYTES);
  });

  it('brings no inline script or style', () => {
    const page = readFileSync(join(dist, 'index.html'), 'utf8');
    expect(page).not.toMatch(/<style|\sstyle=|<script(?![^>]*\ssrc=)/);
    expect(page).toContain('<!--gatehouse:config-->');
  });
});
