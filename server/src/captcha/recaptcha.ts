import {
  judgeTokenForm,
  refused,
  type CaptchaVerdict,
  type HostedCaptchaProvider,
} from './captcha-provider.js';
import type { Siteverify, SiteverifyAnswer } from './siteverify.js';

/** Codes that only the administrator or the operator can mend. */
const misconfigurations = new Set(['missing-input-secret', 'invalid-input-secret', 'invalid-keys']);

/**
 * What both versions of reCAPTCHA have in common.
 * @param judgeSolved a version's own conditions on a success; null when they hold
 */
export const createRecaptcha = (
  siteverify: Siteverify,
  secret: string,
  judgeSolved: (answer: SiteverifyAnswer) => CaptchaVerdict | null,
): HostedCaptchaProvider => ({
  async verify(token, { expectedHost, remoteIp }) {
    const early = judgeTokenForm(token);
    if (early) return early;
    const reply = await siteverify({ secret, response: token, remoteIp });
    if (!reply.answered)
      return { outcome: 'unavailable', reason: 'unreachable', detail: reply.why };
    const { answer } = reply;
    if (!answer.success) return judgeErrors(answer.errorCodes);
    if (answer.hostname?.toLowerCase() !== expectedHost.toLowerCase())
      return refused('host_differs');
    return judgeSolved(answer) ?? { outcome: 'passed', solution: token };
  },

  async isReachable() {
    return (await siteverify({ secret, response: '', remoteIp: null })).answered;
  },
});

const judgeErrors = (codes: readonly string[]): CaptchaVerdict => {
  const misconfiguration = codes.find((code) => misconfigurations.has(code));
  if (misconfiguration !== undefined) {
    return { outcome: 'unavailable', reason: 'misconfigured', detail: misconfiguration };
  }
  return refused(
    codes.includes('timeout-or-duplicate') ? 'expired_or_replayed' : 'rejected_by_provider',
  );
};
