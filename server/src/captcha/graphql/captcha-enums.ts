import { registerEnumType } from 'type-graphql';
import type { CaptchaFallback, CaptchaProviderKind } from '../captcha-settings.js';

export const CaptchaProviderType: { readonly [K in CaptchaProviderKind]: K } = {
  ALTCHA: 'ALTCHA',
  RECAPTCHA_V2: 'RECAPTCHA_V2',
  RECAPTCHA_V3: 'RECAPTCHA_V3',
  NONE: 'NONE',
};

registerEnumType(CaptchaProviderType, {
  name: 'CaptchaProvider',
  description: 'How a sign-up page tells people from programs.',
  valuesConfig: {
    ALTCHA: { description: 'Proof of work, built in: no account, no other host. The default.' },
    RECAPTCHA_V2: { description: "Google's checkbox." },
    RECAPTCHA_V3: { description: "Google's score, without a question to the person." },
    NONE: { description: 'Nothing: programs can register without limit.' },
  },
});

export const CaptchaFallbackType: { readonly [K in CaptchaFallback]: K } = {
  REFUSE: 'REFUSE',
  PROOF_OF_WORK: 'PROOF_OF_WORK',
};

registerEnumType(CaptchaFallbackType, {
  name: 'CaptchaFallback',
  description: 'What happens to sign-ups while a hosted captcha can not be reached.',
  valuesConfig: {
    REFUSE: { description: 'They wait until it is back. The default.' },
    PROOF_OF_WORK: { description: 'ALTCHA stands in for it until it is back.' },
  },
});
