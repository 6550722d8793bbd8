import type { Problem } from '../api/request.js';
import { fill } from '../messages/locale.js';
import { countdown, faultTextAt, type View } from '../view.js';

interface ProblemNoticeProps {
  view: View;
  /** Fields that show their own faults; those of any other stand here. */
  fields: string[];
}

/** Says why the last request got no answer, and offers to send it again. */
export function ProblemNotice({ view, fields }: ProblemNoticeProps) {
  const { state, words, actions } = view;
  const { problem, now } = state;
  const strays = state.faults.filter(({ field }) => !fields.includes(field));
  if (!problem && strays.length === 0) return null;
  const waiting = problem?.kind === 'rate-limited' && problem.until > now;
  return (
    <div class="notice" id="problem" tabindex={-1}>
      {problem && <p>{textOf(problem, view)}</p>}
      {strays.map(({ field }) => (
        <p>{faultTextAt(view, field)}</p>
      ))}
      {problem && !waiting && problem.kind !== 'closed' && (
        <button type="button" class="link" onClick={actions.retry}>
          {words.retry}
        </button>
      )}
    </div>
  );
}

function textOf(problem: Problem, { state, words }: View): string {
  if (problem.kind !== 'rate-limited') return words.problems[problem.kind];
  const { rateLimited, rateLimitOver } = words.problems;
  if (problem.until <= state.now) return rateLimitOver;
  return fill(rateLimited, { time: countdown(problem.until, state.now) });
}
