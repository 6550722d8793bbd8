import { describe, expect, it } from 'vitest';
import { toVerbs } from './operation-words';

describe('what somebody may do, in words', () => {
  it('leaves attributes out where they go with the rest', () => {
    const operations = ['READ', 'WRITE', 'READ_ATTRIBUTES', 'WRITE_ATTRIBUTES'] as const;
    expect(toVerbs(operations, true)).toEqual(['see', 'change']);
    expect(toVerbs(['READ', 'WRITE'], false)).toEqual(['see', 'change']);
  });

  it('names attributes where they differ', () => {
    expect(toVerbs(['READ', 'WRITE_ATTRIBUTES'], true)).toEqual([
      'seeWithoutAttributes',
      'changeAttributes',
    ]);
  });

  it('tells the rest in the order of a sentence', () => {
    expect(toVerbs(['DELETE', 'CREATE', 'READ', 'READ_ATTRIBUTES'], true)).toEqual([
      'see',
      'add',
      'delete',
    ]);
  });
});
