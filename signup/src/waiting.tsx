import { Emblem } from './ui/emblem.js';
import type { View } from './view.js';

/** The address is confirmed; an administrator decides, and a mail tells the person. */
export function Waiting({ view: { words, config } }: { view: View }) {
  return (
    <>
      <Emblem of="check" />
      <h1 tabindex={-1}>{words.waiting.title}</h1>
      <p class="lead">{words.waiting.text}</p>
      <p class="aside">
        {words.alreadyActive} <a href={config.signInUrl}>{words.signIn}</a>
      </p>
    </>
  );
}
