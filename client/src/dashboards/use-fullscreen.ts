import { computed, type ComputedRef } from 'vue';
import { useRoute, useRouter } from 'vue-router';
import { fixedDashboard, useMe } from '../identity';

interface Fullscreen {
  active: ComputedRef<boolean>;
  /** The person can't leave it: their sign-up page decided so. */
  always: ComputedRef<boolean>;
  enter: () => Promise<void>;
  leave: () => Promise<void>;
}

/** A dashboard without the console around it; whether it is so stands in the address bar. */
export function useFullscreen(): Fullscreen {
  const route = useRoute();
  const router = useRouter();
  const me = useMe();
  const always = computed(() => !!fixedDashboard(me.value));
  const wanted = computed(() => route.name === 'dashboard' && 'fullscreen' in route.query);

  return {
    always,
    active: computed(() => always.value || wanted.value),
    async enter() {
      await router.push({ query: { ...route.query, fullscreen: null } });
      // Without it (phones, embedded browsers) the page still fills the window.
      if (document.fullscreenEnabled) {
        await document.documentElement.requestFullscreen().catch(() => undefined);
      }
    },
    async leave() {
      await router.push({ query: { ...route.query, fullscreen: undefined } });
      if (document.fullscreenElement) await document.exitFullscreen();
    },
  };
}
