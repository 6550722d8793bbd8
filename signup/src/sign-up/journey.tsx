import type { Actions } from '../actions.js';
import type { Context } from '../context.js';
import type { State } from '../state.js';
import { createSignUpActions } from './actions.js';
import { CheckMail } from './check-mail.js';
import { SignUpForm } from './form/sign-up-form.js';
import { meetVisitor } from './signed-in.js';
import { Unavailable } from './unavailable.js';

/** From the empty form to the mailed code; draws the screens on the way. */
export function createSignUpJourney(context: Context, common: Actions) {
  const actions = createSignUpActions(context, common);
  void meetVisitor(context);

  return function draw(state: State) {
    const view = { state, words: state.words, actions, config: context.config };
    const { page } = context.config;
    if (state.screen === 'check-mail') return <CheckMail view={view} />;
    return page ? <SignUpForm view={view} page={page} /> : <Unavailable view={view} />;
  };
}
