import type { SignUpActions } from '../actions.js';
import type { Drawable } from '../../jsx/drawable.js';
import { textIn, type SignUpField, type SignUpPage } from '../../page-config.js';
import { CheckField } from '../../ui/check-field.js';
import { Field } from '../../ui/field.js';
import { PasswordField } from '../../ui/password-field.js';
import { ScreenForm } from '../../ui/screen-form.js';
import type { View } from '../../view.js';
import { ConsentRows } from '../legal/consent-rows.js';
import { consentField } from '../legal/consents.js';
import { CaptchaRow } from './captcha-row.js';
import { fieldLabel } from './field-label.js';
import { optionsOf } from './options.js';
import { NewPassword } from './new-password.js';

const CAPTCHA_FIELDS = ['captchaToken', 'fallbackToken'];

/** The sign-up form, with the fields that the self-registration has, in its order. */
export function SignUpForm({
  view,
  page,
  notice,
}: {
  view: View<SignUpActions>;
  page: SignUpPage;
  /** What is to be said before the form. */
  notice?: Drawable;
}) {
  const { state, words, actions, config } = view;
  const welcome = textIn(page.welcomeTexts, state.locale, page.locale);
  return (
    <>
      <h1 tabindex={-1}>{words.form.title}</h1>
      {welcome && (
        <p class="welcome" lang={welcome.locale} dir="auto">
          {welcome.text}
        </p>
      )}
      {notice}
      {page.requiresApproval && <p class="note">{words.form.approval}</p>}
      {state.returned && <p class="note">{words.form.passwordAgain}</p>}
      <ScreenForm
        view={view}
        fields={[
          'inviteCode',
          ...page.signUpFields.map(({ name }) => name),
          ...state.documents.map(consentField),
          ...CAPTCHA_FIELDS,
        ]}
        submit={words.form.submit}
        working={words.form.working}
        onSubmit={actions.register}
        onUse={actions.useForm}
      >
        {page.inviteOnly && (
          <Field
            view={view}
            name="inviteCode"
            label={words.fields.inviteCode}
            autocomplete="off"
            required
          />
        )}
        {page.signUpFields.map((field) => (
          <FormField key={field.name} view={view} page={page} field={field} />
        ))}
        <ConsentRows view={view} />
        <CaptchaRow view={view} settings={page.captcha} />
      </ScreenForm>
      <p class="aside">
        {words.alreadyAccount} <a href={config.signInUrl}>{words.signIn}</a>
      </p>
    </>
  );
}

function FormField({
  view,
  page,
  field,
}: {
  view: View<SignUpActions>;
  page: SignUpPage;
  field: SignUpField;
}) {
  const { name, kind, autocomplete, required } = field;
  const shared = { view, name, autocomplete, required, label: fieldLabel(view, field) };
  switch (kind) {
    case 'PASSWORD':
      return <NewPassword view={view} page={page} field={field} />;
    case 'PASSWORD_REPEAT':
      return <PasswordField {...shared} toggle={false} />;
    case 'EMAIL':
      return <Field {...shared} type="email" />;
    case 'PHONE':
      return <Field {...shared} type="tel" />;
    case 'CHECKBOX':
      return <CheckField {...shared} />;
    case 'COUNTRY':
    case 'CHOICE':
      return <Field {...shared} options={optionsOf(field, page, view.state.locale)} />;
    default:
      return <Field {...shared} inputMode={kind === 'NUMBER' ? 'decimal' : undefined} />;
  }
}
