import type { Actions } from '../actions.js';
import type { Context } from '../context.js';
import type { State } from '../state.js';
import { createActivationActions } from './actions.js';
import { Activate, ActivateWithPassword } from './activation-screens.js';
import { Disown, Disowned } from './disown-screens.js';
import { Waiting } from '../waiting.js';
import { LinkNotGood } from './link-not-good.js';

/** From the mailed link to the account; draws the screens on the way. */
export function createActivationJourney(context: Context, common: Actions) {
  const actions = createActivationActions(context, common);

  return function draw(state: State) {
    const view = { state, words: state.words, actions, config: context.config };
    switch (state.screen) {
      case 'activate':
        return <Activate view={view} />;
      case 'activate-with-password':
        return <ActivateWithPassword view={view} />;
      case 'waiting':
        return <Waiting view={view} />;
      case 'disown':
        return <Disown view={view} />;
      case 'disowned':
        return <Disowned view={view} />;
      default:
        return <LinkNotGood view={view} />;
    }
  };
}
