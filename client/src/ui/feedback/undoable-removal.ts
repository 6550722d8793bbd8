import { shallowReactive } from 'vue';
import { dismissToast, toastDone } from './toasts';

const SECONDS_TO_UNDO = 10;

interface Removal {
  run: () => void;
  timer: ReturnType<typeof setTimeout>;
}

const removals = shallowReactive(new Map<string, Removal>());

function finish(id: string) {
  const removal = removals.get(id);
  if (!removal) return;
  clearTimeout(removal.timer);
  removal.run();
}

/** True from the click on; lists leave such rows out. */
export function isRemoving(id: string): boolean {
  return removals.has(id);
}

function keepAfterAll(id: string) {
  clearTimeout(removals.get(id)?.timer);
  removals.delete(id);
}

/**
 * Hides a row at once and deletes it for real after 10 s, unless the person takes it back.
 * `remove` calls the API; it is also called when the page is closed before the time is over.
 */
export function removeWithUndo(
  id: string,
  texts: { done: string; undo: string },
  remove: () => Promise<unknown>,
) {
  const toast = toastDone(
    texts.done,
    { label: texts.undo, run: () => keepAfterAll(id) },
    SECONDS_TO_UNDO,
  );
  const run = () => {
    dismissToast(toast);
    void remove().finally(() => removals.delete(id));
  };
  removals.set(id, { run, timer: setTimeout(() => finish(id), SECONDS_TO_UNDO * 1000) });
}

/** Carries out what is still open; called when the page goes away. */
export function finishRemovals() {
  for (const id of [...removals.keys()]) finish(id);
}
