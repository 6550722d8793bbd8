import { ref } from 'vue';
import { useI18n } from 'vue-i18n';
import { ApproveRegistrationsDocument, RejectRegistrationsDocument } from '../../generated/graphql';
import { useApollo } from '../../ui/data/apollo';
import { useProblemText } from '../../ui/data/use-problem-text';
import { toastDone, toastFailed } from '../../ui/feedback/toasts';
import { useUserErrorText } from '../../ui/form/use-user-error-text';

/** Sign-ups in one call: enough to be quick, few enough to show how far it is. */
const AT_ONCE = 10;

/**
 * Approves or rejects sign-ups, a few at a time, and says how many it were. What was decided stays
 * decided when the page is left in between; who is left over still waits.
 */
export function useDecisions() {
  const { t } = useI18n();
  const client = useApollo();
  const problemText = useProblemText();
  const userErrorText = useUserErrorText();
  const progress = ref<{ done: number; total: number }>();
  let stopped = false;
  const isStopped = () => stopped;

  async function send(ids: string[], reason: string | undefined) {
    if (reason === undefined) {
      const { data } = await client.mutate({
        mutation: ApproveRegistrationsDocument,
        variables: { ids },
      });
      return data?.approveRegistrations.userErrors ?? [];
    }
    const { data } = await client.mutate({
      mutation: RejectRegistrationsDocument,
      variables: { ids, input: { reason } },
    });
    return data?.rejectRegistrations.userErrors ?? [];
  }

  /** @param reason with it they are rejected */
  async function decide(ids: readonly string[], reason?: string): Promise<void> {
    if (progress.value) return;
    stopped = false;
    let failed = 0;
    progress.value = { done: 0, total: ids.length };
    try {
      while (progress.value.done < ids.length && !isStopped()) {
        const batch = ids.slice(progress.value.done, progress.value.done + AT_ONCE);
        const faults = await send(batch, reason);
        if (faults[0]) toastFailed(userErrorText(faults[0]));
        failed += faults.length;
        progress.value.done += batch.length;
      }
    } catch (failure) {
      toastFailed(problemText(failure));
    } finally {
      const decided = progress.value.done - failed;
      const done = reason === undefined ? 'approved' : 'rejected';
      if (decided > 0) toastDone(t(`registration.decide.${done}`, { n: decided }, decided));
      progress.value = undefined;
      await client.refetchQueries({ include: 'active' });
    }
  }

  return { decide, progress, stop: () => void (stopped = true) };
}
