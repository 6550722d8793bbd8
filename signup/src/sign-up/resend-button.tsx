import type { SignUpActions } from './actions.js';
import { fill } from '../messages/locale.js';
import { countdown, type View } from '../view.js';

/** Asks for a further mail, a minute after the last one at the earliest. */
export function ResendButton({ view: { state, words, actions } }: { view: View<SignUpActions> }) {
  const { resendAt, now } = state;
  const waiting = resendAt > now;
  return (
    <button
      type="button"
      class="link"
      aria-disabled={waiting || state.working || undefined}
      onClick={actions.resend}
    >
      {waiting
        ? fill(words.checkMail.resendIn, { time: countdown(resendAt, now) })
        : words.checkMail.resend}
    </button>
  );
}
