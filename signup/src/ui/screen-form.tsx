import type { Drawable } from '../jsx/drawable.js';
import type { View } from '../view.js';
import { ProblemNotice } from './problem.js';
import { SubmitButton } from './submit-button.js';

interface ScreenFormProps {
  view: View;
  /** Names of the fields inside. */
  fields: string[];
  submit: string;
  working: string;
  waiting?: boolean;
  onSubmit(): unknown;
  onUse?: () => void;
  children?: Drawable;
}

/** A form with its problem notice and its button; the page checks the fields, not the browser. */
export function ScreenForm(props: ScreenFormProps) {
  const { view, fields, submit, working, waiting = false, onSubmit, onUse, children } = props;
  return (
    <form
      novalidate
      onSubmit={(event) => {
        event.preventDefault();
        onSubmit();
      }}
      onFocusIn={onUse}
      onInput={onUse}
    >
      {children}
      <ProblemNotice view={view} fields={fields} />
      <SubmitButton state={view.state} label={submit} workingLabel={working} waiting={waiting} />
    </form>
  );
}
