import type { Drawable } from '../jsx/drawable.js';
import type { View } from '../view.js';
import { Field } from './field.js';

interface PasswordFieldProps {
  view: View;
  name: string;
  label: string;
  autocomplete: string;
  /** The button that shows what is typed; one serves both inputs of the form. */
  toggle?: boolean;
  hint?: Drawable;
}

/** A password input that can show what is typed. */
export function PasswordField({ toggle = true, ...props }: PasswordFieldProps) {
  const { state, words, actions } = props.view;
  const shown = state.passwordShown;
  return (
    <Field
      {...props}
      type={shown ? 'text' : 'password'}
      adornment={
        toggle && (
          <button
            type="button"
            class="show"
            aria-controls={props.name}
            aria-label={shown ? words.password.hideLabel : words.password.showLabel}
            onClick={actions.togglePassword}
          >
            {shown ? words.password.hide : words.password.show}
          </button>
        )
      }
    />
  );
}
