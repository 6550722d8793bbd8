import type { Actions } from '../actions.js';
import type { Context } from '../context.js';
import type { State } from '../state.js';
import { createSignUpActions } from './actions.js';
import { CheckMail } from './check-mail.js';
import { SignUpForm } from './form/sign-up-form.js';
import { Unavailable } from './unavailable.js';
import { Waiting } from '../waiting.js';

/** From the empty form to the mailed code; draws the screens on the way. */
export function createSignUpJourney(context: Context, common: Actions) {
  const actions = createSignUpActions(context, common);

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
    return page ? <SignUpForm view={view} page={page} /> : <Unavailable view={view} />;
  };
}
