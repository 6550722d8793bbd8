import { messages as english, type Messages } from './en.js';

type Some<Texts> = { [Key in keyof Texts]?: Texts[Key] extends string ? string : Some<Texts[Key]> };

/** For a language that is not translated to the end: what is missing is said in English. */
export function overEnglish(texts: Some<Messages>): Messages {
  return merge(english, texts) as Messages;
}

function merge(base: object, over: object): object {
  const merged: Record<string, unknown> = { ...base };
  for (const [key, value] of Object.entries(over) as [string, unknown][]) {
    const below = merged[key];
    const areGroups = isGroup(below) && isGroup(value);
    if (value !== undefined) merged[key] = areGroups ? merge(below, value) : value;
  }
  return merged;
}

function isGroup(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}
