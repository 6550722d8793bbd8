import { faultTextAt, type View } from '../view.js';
import { FieldFault } from './field-fault.js';

interface CheckFieldProps {
  view: View;
  name: string;
  label: string;
  required: boolean;
}

/** A box that is ticked or not. */
export function CheckField({ view, name, label, required }: CheckFieldProps) {
  const fault = faultTextAt(view, name);
  return (
    <div class="consent">
      <label>
        <input
          type="checkbox"
          id={name}
          name={name}
          checked={view.state.values[name] === 'true'}
          aria-required={required}
          aria-invalid={fault ? true : undefined}
          aria-describedby={fault ? `${name}-fault` : undefined}
          onChange={(event) => view.actions.edit(name, event.currentTarget.checked ? 'true' : '')}
        />
        <span>
          {label}
          {!required && <span class="optional"> ({view.words.optional})</span>}
        </span>
      </label>
      <FieldFault name={name} fault={fault} />
    </div>
  );
}
