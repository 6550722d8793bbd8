import type { Context } from '../context.js';
import { fill } from '../messages/locale.js';
import type { View } from '../view.js';
import type { SignUpActions } from './actions.js';

/** Where somebody who is signed in goes on: the start page of the same address. */
const START = '/';

/** Asks the own server. Nobody waits for the answer, and without one nothing is said. */
export async function meetVisitor({ api, store }: Context): Promise<void> {
  const name = await api.signedInAs().catch(() => null);
  if (name) store.dispatch({ type: 'met', signedInAs: name });
}

/** Tells whoever is signed in as whom, with continue or sign out. */
export function SignedInNotice({ view: { state, words, actions } }: { view: View<SignUpActions> }) {
  if (!state.signedInAs) return null;
  return (
    <div class="note" role="status">
      {fill(words.signedInAs, { name: state.signedInAs })}{' '}
      <span class="choices">
        <a href={START}>{words.goOn}</a>{' '}
        <button
          type="button"
          class="link"
          aria-disabled={state.working || undefined}
          onClick={actions.signOut}
        >
          {words.signOut}
        </button>
      </span>
    </div>
  );
}
