import type { State } from './state.js';

/** Moves focus where it is needed: to a new screen's title, to the first fault, to a problem. */
export function createFocusKeeper(document: Document, initial: State) {
  let { screen, attention } = initial;

  return function keepFocus(state: State) {
    const moved = state.screen !== screen;
    const needed = state.attention !== attention;
    ({ screen, attention } = state);
    if (moved) return focus('h1');
    if (needed) focus('[aria-invalid], [data-fault], #problem');
  };

  function focus(selector: string) {
    const element = document.querySelector<HTMLElement>(selector);
    element?.focus();
    if (element instanceof HTMLInputElement && element.autocomplete === 'one-time-code') {
      element.select();
    }
  }
}
