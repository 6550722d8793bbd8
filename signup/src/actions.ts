import type { Context } from './context.js';
import { loadMessages, type Locale } from './messages/locale.js';
import { resend } from './resend.js';

/** What a person can do on every screen. */
export function createActions(context: Context) {
  const { store, visit } = context;
  return {
    edit: (field: string, value: string) => store.dispatch({ type: 'edited', field, value }),
    togglePassword: () => store.dispatch({ type: 'password-toggled' }),
    resend: () => resend(context),
    retry: () => store.retry(),
    async chooseLanguage(locale: Locale) {
      const words = await loadMessages(locale);
      visit.keepLanguage(locale);
      store.dispatch({ type: 'language-chosen', locale, words });
    },
  };
}

export type Actions = ReturnType<typeof createActions>;
