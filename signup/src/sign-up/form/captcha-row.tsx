import type { SignUpActions } from '../actions.js';
import type { SignUpCaptcha } from '../../page-config.js';
import { faultTextAt, type View } from '../../view.js';

/** Shows how far the check against robots is; hosted ones draw their widget into the slot. */
export function CaptchaRow({
  view,
  settings,
}: {
  view: View<SignUpActions>;
  settings: SignUpCaptcha;
}) {
  const { state, words, actions } = view;
  if (settings.provider === 'NONE') return null;
  const fault = faultTextAt(view, 'captchaToken') ?? faultTextAt(view, 'fallbackToken');
  const unavailable = state.captcha === 'unavailable';
  return (
    <div class="captcha" id="captcha" tabindex={-1} data-fault={fault ? true : undefined}>
      <div class="captcha-slot" id="captcha-slot" />
      <p class={`captcha-${state.captcha}`} role="status">
        {state.captcha === 'working' && <span class="spinner" aria-hidden="true" />}
        {unavailable ? words.captcha.unavailable : statusText(view, settings)}
      </p>
      {fault && !unavailable && <p class="fault">{fault}</p>}
      {unavailable && (
        <button type="button" class="link" onClick={actions.retryCaptcha}>
          {words.retry}
        </button>
      )}
    </div>
  );
}

function statusText({ state, words }: View<SignUpActions>, { provider }: SignUpCaptcha): string {
  const hosted = provider !== 'ALTCHA';
  switch (state.captcha) {
    case 'working':
      return hosted ? words.captcha.recaptchaWorking : words.captcha.altchaWorking;
    case 'solved':
    case 'waiting':
      return hosted ? words.captcha.recaptchaReady : words.captcha.altchaSolved;
    default:
      return hosted ? words.captcha.recaptchaIdle : words.captcha.altchaIdle;
  }
}
