import { defineStore } from 'pinia';
import { ref } from 'vue';

/** Whether the session ran out while the person was at work. */
export const useSessionStore = defineStore('session', () => {
  const expired = ref(false);
  let waiting: Promise<void> | undefined;
  let release: (() => void) | undefined;

  /** Opens the sign-in dialog; all calls wait for the same sign-in. */
  function signInAgain(): Promise<void> {
    expired.value = true;
    waiting ??= new Promise((resolve) => {
      release = resolve;
    });
    return waiting;
  }

  function resume() {
    expired.value = false;
    waiting = undefined;
    release?.();
  }

  return { expired, signInAgain, resume };
});
