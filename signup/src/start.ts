import { chooseLocale, type Locale } from './messages/locale.js';
import type { PageConfig } from './page-config.js';
import type { Screen, State } from './state.js';
import type { Visit } from './visit.js';

/** Whether this is the address of mailed links, `/signup/activate`. */
export function isActivation({ pathname }: Pick<Location, 'pathname'>): boolean {
  return pathname.replace(/\/$/, '').endsWith('/activate');
}

/** Moves the mailed secret out of the address bar, where others could read it; true if there. */
export function takeSecret(
  location: Pick<Location, 'pathname' | 'search' | 'hash'>,
  history: Pick<History, 'replaceState'>,
  visit: Visit,
): boolean {
  const secret = location.hash.slice(1);
  if (!secret || !isActivation(location)) return false;
  visit.keepSecret(secret);
  history.replaceState(null, '', location.pathname + location.search);
  return true;
}

/** Takes the invite code of an invitation's link, `#code=…`, out of the address bar. */
export function takeInviteCode(
  location: Pick<Location, 'pathname' | 'search' | 'hash'>,
  history: Pick<History, 'replaceState'>,
): string | undefined {
  const code = /^#code=([\w-]+)$/.exec(location.hash)?.[1];
  if (code) history.replaceState(null, '', location.pathname + location.search);
  return code;
}

/** The person's choice, then the address, then the browser, then the page's own language. */
export function startLocale(
  { search }: Pick<Location, 'search'>,
  languages: readonly string[],
  config: PageConfig,
  visit: Visit,
): Locale {
  const wished = new URLSearchParams(search).get('lang');
  return chooseLocale([visit.language(), wished, ...languages, config.page?.locale]);
}

/** Where a visit starts: at its address, or where a reload interrupted it. */
export function startState(
  location: Pick<Location, 'pathname'>,
  config: PageConfig,
  visit: Visit,
): Pick<State, 'screen' | 'values' | 'resendAt' | 'documents'> {
  const { values = {}, resendAt = 0, screen } = visit.draft() ?? {};
  const activation: Screen = visit.secret() ? 'activate' : 'link-not-good';
  const signUp: Screen = config.page ? 'form' : 'unavailable';
  const resumed = screen === 'check-mail' ? screen : signUp;
  const place = isActivation(location) ? activation : resumed;
  const documents = config.page?.legalDocuments ?? [];
  return { values, resendAt, documents, screen: screen === 'waiting' ? screen : place };
}
