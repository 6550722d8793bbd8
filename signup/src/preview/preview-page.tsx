import { createActions } from '../actions.js';
import type { LegalText, Operations } from '../api/operations.js';
import type { Context } from '../context.js';
import { drawPage } from '../draw-page.js';
import { chooseLocale, loadMessages } from '../messages/locale.js';
import type { Brand, SignUpPage } from '../page-config.js';
import type { SignUpActions } from '../sign-up/actions.js';
import { SignUpForm } from '../sign-up/form/sign-up-form.js';
import { createConsentActions } from '../sign-up/legal/consent-actions.js';
import { initialState, type State } from '../state.js';
import { createStore } from '../store.js';
import { createVisit } from '../visit.js';

const nothing = () => undefined;
const nothingYet = () => Promise.resolve();

/** There is no way to the server from here: everything but the legal texts is refused. */
function createApi(legalText: Operations['legalText']): Operations {
  const refuse = () => Promise.reject(new Error('A preview sends nothing.'));
  return {
    legalText,
    signedInAs: refuse,
    signOut: refuse,
    captchaChallenge: refuse,
    register: refuse,
    activate: refuse,
    disownRegistration: refuse,
    resendActivation: refuse,
  };
}

/** The sign-up form as visitors see it, drawn anew for every draft; what is typed in it stays. */
export function createPreviewPage(
  app: HTMLElement,
  legalText: (wanted: { versionId: string; locale: string }) => Promise<LegalText | null>,
) {
  const visit = createVisit(() => {
    throw new Error('A sandbox keeps nothing.');
  });
  let last: State | undefined;
  let wished: string | undefined;

  return async function show(page: SignUpPage, brand: Brand | null, locale: string): Promise<void> {
    const chosen = wished === locale ? last?.locale : undefined;
    wished = locale;
    const language = chosen ?? chooseLocale([locale, page.locale]);
    const place = {
      screen: 'form' as const,
      locale: language,
      words: await loadMessages(language),
      documents: page.legalDocuments,
      values: last?.values ?? {},
      resendAt: 0,
      now: Date.now(),
    };
    const initial: State = { ...initialState(place), accepted: last?.accepted ?? {} };
    const config = { page, tenantName: page.tenantName, signInUrl: page.signInUrl, brand };
    const store = createStore(initial, draw, Date.now);
    const api = createApi(legalText);
    const context: Context = { config, store, api, visit, leave: nothing, now: Date.now };
    const actions: SignUpActions = {
      ...createActions(context),
      ...createConsentActions(context),
      register: nothingYet,
      activateByCode: nothingYet,
      signOut: nothingYet,
      changeAddress: nothing,
      useForm: nothing,
      retryCaptcha: nothing,
    };

    function draw(state: State) {
      last = state;
      const view = { state, words: state.words, config, actions };
      drawPage(view, <SignUpForm view={view} page={page} />, app);
      app.querySelector('button[type=submit]')?.setAttribute('aria-disabled', 'true');
    }
    draw(initial);
  };
}
