import type { ApolloClient } from '@apollo/client';
import {
  computed,
  inject,
  shallowRef,
  type ComputedRef,
  type InjectionKey,
  type ShallowRef,
} from 'vue';
import { ViewerDocument, type ViewerFieldsFragment } from '../generated/graphql';
import { createPermissions, type Permissions } from './permissions';
import { leaveSignedInHint } from './signed-in-hint';

/** The person who is signed in, with what they may do. */
export type Me = ViewerFieldsFragment;

export interface Viewer {
  /** Null while nobody is signed in. */
  me: ShallowRef<Me | null>;
  permissions: ComputedRef<Permissions>;
  /** Asks once who is signed in; rejects when the server can't be reached. */
  load: () => Promise<Me | null>;
  /** After a sign-in: the next `load` asks again. */
  forget: () => void;
}

export const viewerKey: InjectionKey<Viewer> = Symbol('viewer');

export function createViewer(client: ApolloClient): Viewer {
  const me = shallowRef<Me | null>(null);
  let asked = false;
  let following = false;

  function follow() {
    if (following) return;
    following = true;
    client.watchQuery({ query: ViewerDocument, fetchPolicy: 'cache-first' }).subscribe((result) => {
      if (result.dataState === 'complete' && result.data.me) me.value = result.data.me;
    });
  }

  async function load() {
    if (!asked) {
      const { data } = await client.query({ query: ViewerDocument, fetchPolicy: 'network-only' });
      asked = true;
      me.value = data?.me ?? null;
      leaveSignedInHint(me.value !== null);
      if (me.value) follow();
    }
    return me.value;
  }

  function forget() {
    asked = false;
  }

  return { me, permissions: computed(() => createPermissions(me.value)), load, forget };
}

export function useViewer(): Viewer {
  const viewer = inject(viewerKey);
  if (!viewer) throw new Error('useViewer() needs an ancestor that provides the viewer');
  return viewer;
}

/** For pages behind the sign-in, where somebody is. */
export function useMe(): ComputedRef<Me> {
  const { me } = useViewer();
  return computed(() => {
    if (!me.value) throw new Error('Nobody is signed in');
    return me.value;
  });
}
