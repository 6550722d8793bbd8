import { directionOf } from '../../messages/direction.js';
import type { SignUpLegalDocument } from '../../page-config.js';
import { FieldFault } from '../../ui/field-fault.js';
import { faultTextAt, type View } from '../../view.js';
import type { SignUpActions } from '../actions.js';
import { consentField, isAccepted, textOf } from './consents.js';

/** One box for each legal document, never ticked beforehand; its text opens in a dialog. */
export function ConsentRows({ view }: { view: View<SignUpActions> }) {
  return (
    <>
      {view.state.documents.map((document) => (
        <ConsentRow key={document.versionId} view={view} document={document} />
      ))}
    </>
  );
}

function ConsentRow({
  view,
  document,
}: {
  view: View<SignUpActions>;
  document: SignUpLegalDocument;
}) {
  const { state, words, actions } = view;
  const { locale, label } = textOf(document, state.locale);
  const name = consentField(document);
  const fault = faultTextAt(view, name);
  return (
    <div class="consent">
      <label lang={locale} dir={directionOf(locale)}>
        <input
          type="checkbox"
          id={name}
          name={name}
          checked={isAccepted(document, state)}
          aria-required={true}
          aria-invalid={fault ? true : undefined}
          aria-describedby={fault ? `${name}-fault` : undefined}
          onChange={(event) => actions.consent(document, event.currentTarget.checked)}
        />
        {label}
      </label>
      <button
        type="button"
        class="link"
        aria-haspopup="dialog"
        aria-label={`${words.legal.read}: ${label}`}
        onClick={() => void actions.readDocument(document)}
      >
        {words.legal.read}
      </button>
      <FieldFault name={name} fault={fault} />
    </div>
  );
}
