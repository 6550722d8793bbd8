import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { messages as en } from './en.js';
import { languages, loadMessages } from './locale.js';

/** "form.title" → the text. */
function flatten(texts: object, path = ''): [string, string][] {
  return Object.entries(texts).flatMap(([key, text]: [string, string | object]) =>
    typeof text === 'string' ? [[path + key, text]] : flatten(text, `${path}${key}.`),
  );
}

const places = (text: string) => (text.match(/\{\w+\}/g) ?? []).sort();
const english = new Map(flatten(en));

describe.each(languages)('the texts in $name', async ({ locale }) => {
  const texts = new Map(flatten(await loadMessages(locale)));

  it('are complete', () => {
    expect([...texts.keys()].sort()).toEqual([...english.keys()].sort());
    expect([...texts].filter(([, text]) => text.trim() === '')).toEqual([]);
  });

  it('have the places of the English ones', () => {
    const differing = [...texts].filter(
      ([key, text]) => String(places(text)) !== String(places(english.get(key) ?? '')),
    );
    expect(differing).toEqual([]);
  });
});

it('are found by the names of their files alone', () => {
  const files = readdirSync(import.meta.dirname).filter((name) => /^[a-z]{2,3}\.ts$/.test(name));
  expect(files.length).toBeGreaterThan(1);
  expect(languages.map(({ locale }) => `${locale}.ts`).sort()).toEqual(files.sort());
});

it('are translated', async () => {
  const german = new Map(flatten(await loadMessages('de')));
  const same = [...german].filter(([key, text]) => english.get(key) === text);
  expect(same).toEqual([]);
});

describe('every code of the API', () => {
  const schema = readFileSync(
    new URL('../../../server/schema/schema.graphql', import.meta.url),
    'utf8',
  );
  /** These change the screen instead of standing at a field. */
  const screens = ['LINK_NOT_GOOD', 'PASSWORD_REQUIRED'];

  it.each(['RegisterErrorCode', 'ActivateErrorCode', 'EmailOnlyErrorCode'])('%s', (name) => {
    const body = new RegExp(`enum ${name} \\{([^}]*)\\}`).exec(schema)?.[1] ?? '';
    const codes = body.replace(/"""[^]*?"""|"[^"\n]*"/g, '').match(/[A-Z_]+/g) ?? [];
    expect(codes.length).toBeGreaterThan(1);
    expect(codes.filter((code) => !(code in en.faults) && !screens.includes(code))).toEqual([]);
  });
});
