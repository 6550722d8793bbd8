import type { ActivationActions } from './actions.js';
import { Emblem } from '../ui/emblem.js';
import { Field } from '../ui/field.js';
import { ScreenForm } from '../ui/screen-form.js';
import type { View } from '../view.js';

/** "This wasn't me". The address has to be typed, so that pressing buttons ends nothing. */
export function Disown({ view }: { view: View<ActivationActions> }) {
  const { words, actions } = view;
  return (
    <>
      <h1 tabindex={-1}>{words.disown.title}</h1>
      <p class="lead">{words.disown.text}</p>
      <ScreenForm
        view={view}
        fields={['email']}
        submit={words.disown.submit}
        working={words.disown.working}
        onSubmit={actions.disown}
      >
        <Field
          view={view}
          name="email"
          label={words.fields.email}
          type="email"
          autocomplete="email"
        />
      </ScreenForm>
      <p class="aside">
        <button type="button" class="link" onClick={actions.closeDisown}>
          {words.back}
        </button>
      </p>
    </>
  );
}

/** The registration has been ended by the owner of the address. */
export function Disowned({ view: { words } }: { view: View<ActivationActions> }) {
  return (
    <>
      <Emblem of="check" />
      <h1 tabindex={-1}>{words.disown.doneTitle}</h1>
      <p class="lead">{words.disown.doneText}</p>
    </>
  );
}
