import type { State } from '../state.js';

interface SubmitButtonProps {
  state: State;
  label: string;
  /** Takes the label's place while the request is under way. */
  workingLabel: string;
  /** A press would do nothing yet; the label says when. */
  waiting: boolean;
}

/** The one main button of a screen. It is never disabled for real, so that focus stays on it. */
export function SubmitButton({ state, label, workingLabel, waiting }: SubmitButtonProps) {
  return (
    <button
      type="submit"
      class={waiting ? 'button waiting' : 'button'}
      aria-busy={state.working}
      aria-disabled={state.working || waiting}
    >
      {state.working && <span class="spinner" aria-hidden="true" />}
      {state.working ? workingLabel : label}
    </button>
  );
}
