import { CODE_LENGTH, type SignUpActions } from './actions.js';
import { Emblem } from '../ui/emblem.js';
import { Field } from '../ui/field.js';
import { ScreenForm } from '../ui/screen-form.js';
import type { View } from '../view.js';
import { ResendButton } from './resend-button.js';

/** "Check your mail": the link is in the mail, its code may be typed here. */
export function CheckMail({ view }: { view: View<SignUpActions> }) {
  const { state, words, actions } = view;
  const text = words.checkMail;
  const [before, after] = text.sent.split('{address}');
  return (
    <>
      <Emblem of="mail" />
      <h1 tabindex={-1}>{text.title}</h1>
      <p class="lead">
        {before}
        <strong>
          <bdi>{state.values['email']}</bdi>
        </strong>
        {after} {text.instruction}
      </p>
      <ScreenForm
        view={view}
        fields={['code']}
        submit={text.submit}
        working={text.working}
        onSubmit={actions.activateByCode}
      >
        <Field
          view={view}
          name="code"
          label={text.code}
          autocomplete="one-time-code"
          inputMode="numeric"
          onType={(typed) => typeCode(view, typed)}
        />
      </ScreenForm>
      <p class="hint">{text.spam}</p>
      <p class="hint">{text.taken}</p>
      <p class="aside" role="status">
        {state.resent && text.resent}
      </p>
      <div class="choices">
        <ResendButton view={view} />
        <span>
          {text.wrongAddress}{' '}
          <button type="button" class="link" onClick={actions.changeAddress}>
            {text.change}
          </button>
        </span>
      </div>
    </>
  );
}

/** Takes pasted codes with spaces or dashes, and sends at the last digit. */
function typeCode({ state, actions }: View<SignUpActions>, typed: string) {
  const code = typed.replace(/\D/g, '').slice(0, CODE_LENGTH);
  actions.edit('code', code);
  if (code.length === CODE_LENGTH && code !== state.values['code']) void actions.activateByCode();
}
