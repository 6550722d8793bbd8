import { computed, ref, shallowRef } from 'vue';
import { SelfRegistrationVersionsDocument } from '../../generated/graphql';
import type { SelfRegistrationVersionsQuery } from '../../generated/graphql';
import { useApollo } from '../../ui/data/apollo';
import { useDeletedName } from '../../ui/use-deleted-name';
import { toForm } from '../self-registration-form';
import { withDeleted } from './deleted-choices';

type Item = SelfRegistrationVersionsQuery['selfRegistrationVersions']['items'][number];

/** The form of a version; its domain under the name that it had, what was deleted since as such. */
function formOf({ host, selfRegistration }: Item, deletedName: (id: string) => string) {
  const form = withDeleted(toForm(selfRegistration), selfRegistration, deletedName);
  return { ...form, domain: form.domain && { ...form.domain, label: host } };
}

/** The saves of a page, newest first, as far as they were asked for. */
export function useVersions(id: string) {
  const client = useApollo();
  const deletedName = useDeletedName();
  const items = shallowRef<readonly Item[]>();
  const total = ref(0);
  const error = shallowRef<Error>();

  /** Loads the next ones; `afresh` those from the start. */
  async function load(afresh = false) {
    const kept = afresh ? [] : (items.value ?? []);
    error.value = undefined;
    try {
      const { data } = await client.query({
        query: SelfRegistrationVersionsDocument,
        variables: { id, offset: kept.length },
        // A version has the id of its page: in the cache it would take the page's place.
        fetchPolicy: 'no-cache',
      });
      items.value = [...kept, ...(data?.selfRegistrationVersions.items ?? [])];
      total.value = data?.selfRegistrationVersions.totalCount ?? 0;
    } catch (failure) {
      error.value = failure as Error;
    }
  }

  const versions = computed(() =>
    items.value?.map((item) => ({ ...item, form: formOf(item, deletedName) })),
  );
  const hasMore = computed(() => (items.value?.length ?? 0) < total.value);
  return { versions, hasMore, error, load };
}

export type Version = NonNullable<ReturnType<typeof useVersions>['versions']['value']>[number];
