import { computed, onScopeDispose, watch } from 'vue';
import { RoleDriftDocument } from '../generated/graphql';
import { useQuery } from '../ui/data/use-query';

const ASK_AGAIN_MS = 1_000;

/** Who differs from a page, followed live while its roles are being applied. */
export function useRoleDrift(id: () => string) {
  const { data, error, refetch } = useQuery(RoleDriftDocument, () => ({ id: id() }));
  const drift = computed(() => data.value?.selfRegistration);
  const rollout = computed(() => drift.value?.roleRollout ?? undefined);
  const running = computed(() => rollout.value?.state === 'RUNNING');

  let timer: number | undefined;
  const askAgain = () => {
    timer = window.setTimeout(async () => {
      await refetch();
      if (running.value) askAgain();
    }, ASK_AGAIN_MS);
  };
  watch(running, (isRunning) => isRunning && askAgain(), { immediate: true });
  onScopeDispose(() => window.clearTimeout(timer));

  return { drift, rollout, running, error, refetch };
}
