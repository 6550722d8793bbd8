import type { View } from '../view.js';

/** Neutral words for an unknown host and for a page that is switched off alike. */
export function Unavailable({ view: { words, config } }: { view: View }) {
  return (
    <>
      <h1 tabindex={-1}>{words.unavailable.title}</h1>
      <p class="lead">{words.unavailable.text}</p>
      <a class="button" href={config.signInUrl}>
        {words.signIn}
      </a>
    </>
  );
}
