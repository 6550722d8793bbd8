import type { Actions } from '../actions.js';
import type { Context } from '../context.js';
import type { State } from '../state.js';
import { createSignUpActions } from './actions.js';
import { CheckMail } from './check-mail.js';
import { SignUpForm } from './form/sign-up-form.js';
import type { SignedInNotice } from './signed-in.js';
import { Unavailable } from './unavailable.js';
import { Waiting } from '../waiting.js';

/** From the empty form to the mailed code; draws the screens on the way. */
export function createSignUpJourney(context: Context, common: Actions) {
  const actions = createSignUpActions(context, common);
  let SignedIn: typeof SignedInNotice | undefined;
  if (context.visit.mayBeSignedIn()) {
    void import('./signed-in.js').then((part) => {
      SignedIn = part.SignedInNotice;
      return part.meetVisitor(context);
    });
  }

  return function draw(state: State) {
    const view = { state, words: state.words, actions, config: context.config };
    const { page } = context.config;
    if (state.screen === 'check-mail') return <CheckMail view={view} />;
    if (state.screen === 'waiting') {
      return (
        <>
          <Waiting view={view} />
          <p class="aside">
            <button type="button" class="link" onClick={actions.changeAddress}>
              {state.words.signUpAgain}
            </button>
          </p>
        </>
      );
    }
    const notice = SignedIn && <SignedIn view={view} />;
    if (!page) return <Unavailable view={view} />;
    return <SignUpForm view={view} page={page} notice={notice} />;
  };
}
