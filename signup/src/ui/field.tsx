import type { Drawable } from '../jsx/drawable.js';
import type { Option } from '../sign-up/form/options.js';
import { faultTextAt, type View } from '../view.js';
import { FieldFault } from './field-fault.js';

interface FieldProps {
  view: View;
  name: string;
  label: string;
  type?: 'text' | 'email' | 'password' | 'tel';
  autocomplete?: string;
  required?: boolean;
  inputMode?: 'numeric' | 'decimal' | undefined;
  /** Makes it a list to choose from. */
  options?: Option[] | undefined;
  /** Stands at the end of the input, such as a button. */
  adornment?: Drawable;
  /** Says what is expected; read out with the input. */
  hint?: Drawable;
  /** Overrides how typing is taken in. */
  onType?: (value: string) => void;
}

/** A labelled input or list with its hint and its fault. */
export function Field(props: FieldProps) {
  const { view, name, label, type = 'text', required = true, adornment, hint, options } = props;
  const fault = faultTextAt(view, name);
  const onType = props.onType ?? ((value: string) => view.actions.edit(name, value));
  const described = [fault && `${name}-fault`, hint && `${name}-hint`].filter(Boolean).join(' ');
  const control = {
    id: name,
    name,
    autocomplete: props.autocomplete ?? 'off',
    value: view.state.values[name] ?? '',
    'aria-required': required,
    'aria-invalid': fault ? true : undefined,
    'aria-describedby': described || undefined,
    onInput: (event: { currentTarget: { value: string } }) => onType(event.currentTarget.value),
  };
  return (
    <div class="field">
      <label for={name}>
        {label}
        {!required && <span class="optional"> ({view.words.optional})</span>}
      </label>
      <div class="input">
        {options ? (
          <select {...control}>
            <option value="">{view.words.choose}</option>
            {options.map(({ value, label: text }) => (
              <option value={value}>{text}</option>
            ))}
          </select>
        ) : (
          <input
            {...control}
            type={type}
            inputMode={props.inputMode}
            autocapitalize={type === 'text' ? undefined : 'none'}
            spellcheck="false"
            dir="auto"
          />
        )}
        {adornment}
      </div>
      <FieldFault name={name} fault={fault} />
      {hint && <div id={`${name}-hint`}>{hint}</div>}
    </div>
  );
}
