import { expect, it } from 'vitest';
import { mergeListQuery } from './list-query';

const defaults = { search: '', sort: 'NAME' };

it('writes what differs from the default', () => {
  expect(mergeListQuery({}, { search: 'boiler', sort: 'NAME' }, defaults)).toEqual({
    search: 'boiler',
  });
});

it('goes back to the first page', () => {
  const query = { after: 'cursor', page: '3', search: 'old' };
  expect(mergeListQuery(query, { search: 'new' }, defaults)).toEqual({ search: 'new' });
});

it('takes a filter off and leaves what belongs to others', () => {
  const query = { search: 'boiler', tab: 'members' };
  expect(mergeListQuery(query, { search: '' }, defaults)).toEqual({ tab: 'members' });
});
