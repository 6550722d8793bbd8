import type { Drawable } from './jsx/drawable.js';
import { fill, languages } from './messages/locale.js';
import type { View } from './view.js';

/** What stands around every screen: whose page it is, and the choice of language. */
export function App({ view, screen }: { view: View; screen: Drawable }) {
  const { brand, tenantName } = view.config;
  const name = brand?.title ?? tenantName;
  const contact = brand?.supportContact;
  return (
    <>
      {name && (
        <header class="brand">
          {brand?.logo ? (
            <img class="logo" src={brand.logo} alt="" />
          ) : (
            <span class="monogram" aria-hidden="true">
              {[...name][0]}
            </span>
          )}
          {name}
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
        {contact && (
          <a href={contact.includes('://') ? contact : `mailto:${contact}`}>{view.words.help}</a>
        )}
      </footer>
    </>
  );
}

function LanguageChoice({ view: { state, words, actions } }: { view: View }) {
  return (
    <select
      aria-label={words.language}
      value={state.locale}
      onChange={(event) => void actions.chooseLanguage(event.currentTarget.value)}
    >
      {languages.map(({ locale, name }) => (
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
