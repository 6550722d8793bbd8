import type { Problem } from '../api/request.js';
import { fill } from '../messages/locale.js';
import { countdown, type View } from '../view.js';

/** Says why the last request got no answer, and offers to send it again. */
export function ProblemNotice({ view }: { view: View }) {
  const { state, words, actions } = view;
  const { problem, now } = state;
  if (!problem) return null;
  const waiting = problem.kind === 'rate-limited' && problem.until > now;
  return (
    <div class="notice" id="problem" tabIndex={-1}>
      <p>{textOf(problem, view)}</p>
      {!waiting && problem.kind !== 'closed' && (
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
