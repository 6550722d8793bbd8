import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { messages as de } from './locale-de';
import { messages as en } from './locale-en';
import { messages as dePages } from './page-texts-de';
import { messages as enPages } from './page-texts-en';

type Tree = { [key: string]: string | Tree };

function flatten(tree: Tree, prefix = ''): Map<string, string> {
  const flat = new Map<string, string>();
  for (const [key, value] of Object.entries(tree)) {
    if (typeof value === 'string') flat.set(prefix + key, value);
    else for (const entry of flatten(value, `${prefix}${key}.`)) flat.set(...entry);
  }
  return flat;
}

const english = flatten({ ...en, ...enPages });
const german = flatten({ ...de, ...dePages });
const source = join(import.meta.dirname, '..');
const placeholders = (text = '') =>
  Array.from(text.matchAll(/\{\w+\}/g), ([hit]) => hit)
    .sort()
    .join(' ');

function* sources() {
  for (const name of readdirSync(source, { recursive: true, encoding: 'utf8' })) {
    if (/\.(vue|ts)$/.test(name) && !/\.test\.ts$|^generated/.test(name)) {
      yield { name, text: readFileSync(join(source, name), 'utf8') };
    }
  }
}

describe('texts', () => {
  it('are complete in German', () => {
    expect([...german.keys()].sort()).toEqual([...english.keys()].sort());
  });

  it('carry the same placeholders in both languages', () => {
    const different = [...english].filter(
      ([key, text]) => placeholders(text) !== placeholders(german.get(key)),
    );
    expect(different).toEqual([]);
  });

  it('exist wherever a page asks for them', () => {
    const missing: string[] = [];
    for (const { name, text } of sources()) {
      for (const [, key = ''] of text.matchAll(/\bt\(\s*'([\w.]+)'/g)) {
        if (!english.has(key)) missing.push(`${name}: ${key}`);
      }
      for (const [, prefix = ''] of text.matchAll(/\bt\(\s*`([\w.]+\.)\$\{/g)) {
        if (![...english.keys()].some((key) => key.startsWith(prefix))) {
          missing.push(`${name}: ${prefix}…`);
        }
      }
    }
    expect(missing).toEqual([]);
  });
});
