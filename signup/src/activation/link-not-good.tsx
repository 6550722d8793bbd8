import type { ActivationActions } from './actions.js';
import { Emblem } from '../ui/emblem.js';
import { Field } from '../ui/field.js';
import { ScreenForm } from '../ui/screen-form.js';
import { fill } from '../messages/locale.js';
import { countdown, type View } from '../view.js';

/** One page for links that are used, run out, wrong or missing: the server tells no difference. */
export function LinkNotGood({ view }: { view: View<ActivationActions> }) {
  const { state, words, actions, config } = view;
  const text = words.linkNotGood;
  const waiting = state.resendAt > state.now;
  const time = countdown(state.resendAt, state.now);
  return (
    <>
      <Emblem of="broken" />
      <h1 tabindex={-1}>{text.title}</h1>
      <p class="lead">{text.text}</p>
      <ScreenForm
        view={view}
        fields={['email']}
        submit={waiting ? fill(words.checkMail.resendIn, { time }) : text.submit}
        working={text.working}
        waiting={waiting}
        onSubmit={actions.resend}
      >
        <Field
          view={view}
          name="email"
          label={words.fields.email}
          type="email"
          autocomplete="email"
        />
        <p class="note" role="status">
          {state.resent && text.sent}
        </p>
      </ScreenForm>
      <p class="aside">
        {words.alreadyActive} <a href={config.signInUrl}>{words.signIn}</a>
      </p>
      {config.page && (
        <p class="aside">
          <a href={config.page.url}>{words.signUpAgain}</a>
        </p>
      )}
    </>
  );
}
