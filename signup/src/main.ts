import { createActions } from './actions.js';
import { operations } from './api/operations.js';
import type { Context } from './context.js';
import { drawPage } from './draw-page.js';
import { createFocusKeeper } from './focus.js';
import { loadMessages } from './messages/locale.js';
import { readPageConfig } from './page-config.js';
import { createSignUpJourney } from './sign-up/journey.js';
import { isActivation, startLocale, startState, takeInviteCode, takeSecret } from './start.js';
import { initialState, type State } from './state.js';
import { createStore } from './store.js';
import { createVisit } from './visit.js';

const config = readPageConfig(document);
const visit = createVisit(() => ({ tab: sessionStorage, browser: localStorage }));
takeSecret(location, history, visit);
const inviteCode = takeInviteCode(location, history);

async function start() {
  const locale = startLocale(location, navigator.languages, config, visit);
  const words = await loadMessages(locale);
  const place = startState(location, config, visit);
  if (inviteCode) place.values = { ...place.values, inviteCode };
  const initial = initialState({ ...place, locale, words, now: Date.now() });
  const keepFocus = createFocusKeeper(document, initial);
  const store = createStore(initial, show, Date.now);
  const context: Context = {
    config,
    store,
    api: operations,
    visit,
    leave: (url) => location.assign(url),
    now: Date.now,
  };
  const actions = createActions(context);
  // Whoever fills in the form needs none of what the mailed link does.
  const createJourney = isActivation(location)
    ? (await import('./activation/journey.js')).createActivationJourney
    : createSignUpJourney;
  const draw = createJourney(context, actions);

  function show(state: State) {
    drawPage({ state, words: state.words, config, actions }, draw(state), part('app'));
    visit.keepDraft(state, config.page?.signUpFields ?? []);
    keepFocus(state);
  }

  show(initial);

  // Runs while a countdown is on the screen.
  setInterval(() => {
    const { problem, resendAt, now } = store.state();
    const until = problem?.kind === 'rate-limited' ? problem.until : 0;
    if (Math.max(until, resendAt) > now) store.dispatch({ type: 'ticked' });
  }, 1000);

  // A second mailed link pasted over the first changes the fragment only, so nothing is loaded.
  addEventListener('hashchange', () => {
    if (takeSecret(location, history, visit)) store.dispatch({ type: 'went', screen: 'activate' });
    const value = takeInviteCode(location, history);
    if (value) store.dispatch({ type: 'edited', field: 'inviteCode', value });
  });
}

/** A part of index.html. */
function part(id: string): HTMLElement {
  const element = document.getElementById(id);
  if (!element) throw new Error(`#${id} is missing`);
  return element;
}

// Coming back by the browser's own history shows the page as it was left, in the middle of work.
addEventListener('pageshow', (event) => {
  if (event.persisted) location.reload();
});

start().catch((error: unknown) => {
  part('app').hidden = true;
  part('not-loaded').hidden = false;
  reportError(error);
});
