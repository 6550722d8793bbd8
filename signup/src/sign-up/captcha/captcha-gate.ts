import type { Operations } from '../../api/operations.js';
import { RequestFailure } from '../../api/request.js';
import { isCaptchaFault, type Fault } from '../../fault.js';
import type { SignUpCaptcha } from '../../page-config.js';
import { startCaptcha, type Captcha, type CaptchaProvider, type CaptchaStatus } from './captcha.js';

/** What a submit sends along. A token sent beside an earlier pass is ignored by the server. */
export interface CaptchaProof {
  captchaToken?: string;
  fallbackToken?: string;
}

/** Asks the person as seldom as the server allows. */
export interface CaptchaGate {
  /** Loads and starts the captcha, once; the person has begun to use the form, or wants a retry. */
  start(): Promise<void>;
  /** What to send now, or the fault that keeps it from being sent. */
  proof(): Promise<CaptchaProof | Fault>;
  /** Learns from the server's faults; true when sending again at once can succeed. */
  settle(faults: Fault[]): Promise<boolean>;
  /** The registration is through, and with it the token and the pass. */
  reset(): void;
}

interface GateDependencies {
  settings: SignUpCaptcha;
  /** Where a widget may draw itself, while the form is on the screen. */
  slot(): HTMLElement | null;
  challenge: Operations['captchaChallenge'];
  locale(): string;
  onStatus(status: CaptchaStatus): void;
  load?: typeof startCaptcha;
}

const UNAVAILABLE: Fault = { field: 'captchaToken', code: 'CAPTCHA_UNAVAILABLE' };
const REQUIRED: Fault = { field: 'captchaToken', code: 'CAPTCHA_REQUIRED' };

/** Makes the gate for a page's captcha settings. */
export function createCaptchaGate(dependencies: GateDependencies): CaptchaGate {
  const { settings, onStatus, load = startCaptcha } = dependencies;
  let main: Promise<Captcha> | null = null;
  let fallback: Promise<Captcha> | null = null;
  /** The last answer was without a word about the captcha, so the server may hold a pass. */
  let mayHavePass = false;
  /** The provider is down, and the server takes a proof of work instead. */
  let needsFallback = false;

  async function run(provider: CaptchaProvider): Promise<Captcha> {
    onStatus('working');
    try {
      return await load(provider, {
        settings,
        slot: dependencies.slot() ?? document.createElement('div'),
        locale: dependencies.locale(),
        challenge: dependencies.challenge,
        onStatus,
      });
    } catch (error) {
      onStatus('unavailable');
      throw error;
    }
  }

  async function mainCaptcha(): Promise<Captcha | null> {
    if (settings.provider === 'NONE') return null;
    main ??= run(settings.provider);
    return main.catch((error: unknown) => {
      main = null;
      // A foreign script that is blocked or down: the server decides whether a fallback will do.
      if (settings.provider !== 'ALTCHA') return null;
      throw error;
    });
  }

  async function proofOfWork(): Promise<string | null> {
    fallback ??= run('ALTCHA');
    return fallback.then(
      (captcha) => captcha.token(),
      (error: unknown) => {
        fallback = null;
        throw error;
      },
    );
  }

  async function makeProof(): Promise<CaptchaProof | Fault> {
    const captcha = await mainCaptcha();
    const captchaToken = await captcha?.token();
    if (captcha && !captchaToken && !mayHavePass) return REQUIRED;
    const fallbackToken = needsFallback ? await proofOfWork() : null;
    return { ...(captchaToken && { captchaToken }), ...(fallbackToken && { fallbackToken }) };
  }

  return {
    async start() {
      await mainCaptcha().catch(() => null);
    },
    async proof() {
      try {
        return await makeProof();
      } catch (error) {
        if (error instanceof RequestFailure) throw error;
        return UNAVAILABLE;
      }
    },
    async settle(faults) {
      const fault = faults.find(isCaptchaFault);
      mayHavePass = !fault;
      if (!fault || fault.code === 'CAPTCHA_UNAVAILABLE') return false;
      if (fault.field === 'fallbackToken') {
        (await fallback)?.discard();
        needsFallback = true;
        return true;
      }
      const captcha = await main;
      captcha?.discard();
      return captcha?.automatic ?? false;
    },
    reset() {
      main = fallback = null;
      mayHavePass = needsFallback = false;
      onStatus('idle');
    },
  };
}
