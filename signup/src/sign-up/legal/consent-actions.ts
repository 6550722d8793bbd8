import type { Context } from '../../context.js';
import type { SignUpLegalDocument } from '../../page-config.js';
import { consentField, textOf } from './consents.js';

/** What a person can do with a legal text. */
export function createConsentActions({ store, api }: Pick<Context, 'store' | 'api'>) {
  function consent(document: SignUpLegalDocument, given: boolean) {
    const { locale } = textOf(document, store.state().locale);
    const { versionId } = document;
    store.dispatch({ type: 'consented', field: consentField(document), versionId, locale, given });
  }

  return {
    consent,
    /** Opens the text of a document; its Accept ticks the box. */
    async readDocument(document: SignUpLegalDocument) {
      const { words, locale } = store.state();
      const { kind, versionId, path } = document;
      const wanted = { kind, versionId, locale: textOf(document, locale).locale };
      const { showLegalDialog } = await import('./legal-dialog.js');
      await showLegalDialog({
        words,
        path,
        load: () => api.legalText(wanted),
        onAccept: () => consent(document, true),
      });
    },
  };
}
