import { gzipSync } from 'node:zlib';
import { fileURLToPath } from 'node:url';
import { build, type Rolldown } from 'vite';
import { beforeAll, describe, expect, it } from 'vitest';

/** JavaScript of the page before the captcha, gzipped, in bytes (performance.md of the design). */
const BUDGET = 15_000;

let files: (Rolldown.OutputChunk | Rolldown.OutputAsset)[] = [];

beforeAll(async () => {
  const root = fileURLToPath(new URL('..', import.meta.url));
  const result = await build({ root, logLevel: 'silent', build: { write: false } });
  files = (Array.isArray(result) ? result : [result]).flatMap((part) =>
    'output' in part ? part.output : [],
  );
}, 60_000);

const gzipped = (chunk: Rolldown.OutputChunk) => gzipSync(chunk.code, { level: 9 }).length;
const chunks = () => files.filter((file) => file.type === 'chunk');

function html(): string {
  const file = files.find(({ fileName }) => fileName === 'index.html');
  return file?.type === 'asset' ? String(file.source) : '';
}

it('stays within the budget in every language', () => {
  const page = chunks().filter(({ isEntry }) => isEntry);
  const languages = chunks().filter(({ facadeModuleId }) =>
    /\/messages\/[a-z]{2,3}\.ts$/.test(facadeModuleId ?? ''),
  );
  expect(page.map(({ imports }) => imports)).toEqual([[]]);
  expect(languages.length).toBeGreaterThan(1);
  const size = page.map(gzipped)[0]! + Math.max(...languages.map(gzipped));
  expect(size).toBeGreaterThan(5_000);
  expect(size).toBeLessThanOrEqual(BUDGET);
});

it('loads every captcha on its own, and the worker as a file', () => {
  const lazy = chunks().filter(({ isEntry }) => !isEntry);
  const names = lazy.map(({ name }) => name);
  expect(names).toEqual(expect.arrayContaining(['altcha', 'recaptcha-v2', 'recaptcha-v3']));
  expect(files.some(({ fileName }) => /^assets\/pbkdf2-.+\.js$/.test(fileName))).toBe(true);
});

describe('the page', () => {
  it('has one place for the configuration, in its head', () => {
    const [head = ''] = html().split('</head>');
    expect(head.split('<!--gatehouse:config-->')).toHaveLength(2);
  });

  it('needs nothing that the policy forbids', () => {
    expect(html()).not.toMatch(/<style|style=|javascript:|\son\w+=|<script(?![^>]*\ssrc=)/);
    const addresses = [...html().matchAll(/(?:src|href)="([^"]*)"/g)].map(([, address]) => address);
    expect(addresses.length).toBeGreaterThan(2);
    expect(addresses.filter((address) => !address?.startsWith('/signup/assets/'))).toEqual([]);
  });
});
