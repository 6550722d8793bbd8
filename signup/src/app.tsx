import type { Drawable } from './jsx/drawable.js';
import { fill, languages, type Locale } from './messages/locale.js';
import type { View } from './view.js';

/** What stands around every screen: whose page it is, and the choice of language. */
export function App({ view, screen }: { view: View; screen: Drawable }) {
  const tenantName = view.config.tenantName;
  return (
    <>
      {tenantName && (
        <header class="brand">
          <span class="monogram" aria-hidden="true">
            {[...tenantName][0]}
          </span>
          {tenantName}
        </header>
      )}
      <main class="card" key={view.state.screen}>
        <p class="unseen" aria-live="assertive">
          {faultSummary(view)}
        </p>
        {screen}
      </main>
      <footer class="foot">
        <LanguageChoice view={view} />
      </footer>
    </>
  );
}

function LanguageChoice({ view: { state, words, actions } }: { view: View }) {
  return (
    <select
      aria-label={words.language}
      value={state.locale}
      onChange={(event) => void actions.chooseLanguage(event.currentTarget.value as Locale)}
    >
      {Object.entries(languages).map(([locale, { name }]) => (
        <option key={locale} value={locale} lang={locale}>
          {name}
        </option>
      ))}
    </select>
  );
}

function faultSummary({ state, words }: View): string {
  const count = state.faults.length;
  if (count === 0) return '';
  return count === 1 ? words.faultSummaryOne : fill(words.faultSummary, { count });
}
