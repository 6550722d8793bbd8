import type { State } from '../state.js';

interface SubmitButtonProps {
  state: State;
  label: string;
  /** Takes the label's place while the request is under way. */
  workingLabel: string;
}

/** The one main button of a screen. It stays focusable at work, so that focus is never lost. */
export function SubmitButton({ state, label, workingLabel }: SubmitButtonProps) {
  return (
    <button type="submit" class="button" aria-disabled={state.working || undefined}>
      {state.working && <span class="spinner" aria-hidden="true" />}
      {state.working ? workingLabel : label}
    </button>
  );
}
