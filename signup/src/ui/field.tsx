import type { Drawable } from '../jsx/drawable.js';
import { faultTextAt, type View } from '../view.js';

interface FieldProps {
  view: View;
  name: string;
  label: string;
  type?: 'text' | 'email' | 'password';
  autocomplete?: string;
  required?: boolean;
  inputMode?: 'numeric';
  /** Stands at the end of the input, such as a button. */
  adornment?: Drawable;
  /** Says what is expected; read out with the input. */
  hint?: Drawable;
  /** Overrides how typing is taken in. */
  onType?: (value: string) => void;
}

/** A labelled input with its hint and its fault. */
export function Field(props: FieldProps) {
  const { view, name, label, type = 'text', required = true, adornment, hint } = props;
  const fault = faultTextAt(view, name);
  const onType = props.onType ?? ((value: string) => view.actions.edit(name, value));
  const described = [fault && `${name}-fault`, hint && `${name}-hint`].filter(Boolean).join(' ');
  return (
    <div class="field">
      <label for={name}>
        {label}
        {!required && <span class="optional"> ({view.words.optional})</span>}
      </label>
      <div class="input">
        <input
          id={name}
          name={name}
          type={type}
          autocomplete={props.autocomplete ?? 'off'}
          inputMode={props.inputMode}
          autocapitalize={type === 'text' ? undefined : 'none'}
          spellcheck="false"
          dir="auto"
          value={view.state.values[name] ?? ''}
          aria-required={required}
          aria-invalid={fault ? true : undefined}
          aria-describedby={described || undefined}
          onInput={(event) => onType(event.currentTarget.value)}
        />
        {adornment}
      </div>
      {fault && (
        <p class="fault" id={`${name}-fault`}>
          {fault}
        </p>
      )}
      {hint && <div id={`${name}-hint`}>{hint}</div>}
    </div>
  );
}
