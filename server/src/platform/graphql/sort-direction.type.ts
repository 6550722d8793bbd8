import { registerEnumType } from 'type-graphql';
import type { SortDirection } from '../page.js';

export const SortDirectionType: { readonly [D in SortDirection]: D } = { ASC: 'ASC', DESC: 'DESC' };

registerEnumType(SortDirectionType, {
  name: 'SortDirection',
  description: 'Which end of a list comes first.',
  valuesConfig: {
    ASC: { description: 'A before B, old before new.' },
    DESC: { description: 'B before A, new before old.' },
  },
});
