import { useI18n } from 'vue-i18n';
import { toProblem } from './problem';

/** Says in the person's language what went wrong and what to do. */
export function useProblemText(): (error: unknown) => string {
  const { t } = useI18n();
  return (error) => {
    const problem = toProblem(error);
    if (problem.code === 'RATE_LIMITED' && problem.retryAfter) {
      return t('ui.problem.RATE_LIMITED_FOR', { seconds: problem.retryAfter });
    }
    return t(`ui.problem.${problem.code}`);
  };
}
