import type { ActivationActions } from './actions.js';
import { Emblem } from '../ui/emblem.js';
import { PasswordField } from '../ui/password-field.js';
import { ScreenForm } from '../ui/screen-form.js';
import type { View } from '../view.js';

/** The mailed link in the browser that signed up. Nothing happens before the button is pressed. */
export function Activate({ view }: { view: View<ActivationActions> }) {
  const { words, actions } = view;
  return (
    <>
      <Emblem of="check" />
      <h1 tabindex={-1}>{words.activate.title}</h1>
      <p class="lead">{words.activate.text}</p>
      <ScreenForm
        view={view}
        fields={[]}
        submit={words.activate.submit}
        working={words.activate.working}
        onSubmit={actions.activateByLink}
      />
      <NotMe view={view} />
    </>
  );
}

/** The mailed link in any other browser: the password shows that it is the same person. */
export function ActivateWithPassword({ view }: { view: View<ActivationActions> }) {
  const { words, actions } = view;
  return (
    <>
      <Emblem of="lock" />
      <h1 tabindex={-1}>{words.otherBrowser.title}</h1>
      <p class="lead">{words.otherBrowser.text}</p>
      <ScreenForm
        view={view}
        fields={['password']}
        submit={words.activate.submit}
        working={words.activate.working}
        onSubmit={actions.activateByPassword}
      >
        <PasswordField
          view={view}
          name="password"
          label={words.otherBrowser.password}
          autocomplete="current-password"
        />
      </ScreenForm>
      <NotMe view={view} />
    </>
  );
}

function NotMe({ view: { words, actions } }: { view: View<ActivationActions> }) {
  return (
    <p class="aside">
      {words.activate.notMe}{' '}
      <button type="button" class="link" onClick={actions.openDisown}>
        {words.activate.notMeLink}
      </button>
    </p>
  );
}
