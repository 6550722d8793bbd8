import type { Problem } from './api/request.js';
import type { CaptchaStatus } from './sign-up/captcha/captcha.js';
import { isCaptchaFault, type Fault } from './fault.js';
import type { Messages } from './messages/en.js';
import type { Locale } from './messages/locale.js';
import type { SignUpLegalDocument } from './page-config.js';

/** What the person sees; each has words of its own. */
export type Screen =
  | 'form'
  | 'unavailable'
  | 'check-mail'
  | 'waiting'
  | 'activate'
  | 'activate-with-password'
  | 'link-not-good'
  | 'disown'
  | 'disowned';

export interface State {
  screen: Screen;
  locale: Locale;
  words: Messages;
  /** What was typed, by field name. Passwords are here, and nowhere else. */
  values: Record<string, string>;
  /** What has to be accepted, in the versions that are current as far as the page knows. */
  documents: SignUpLegalDocument[];
  /** Languages in which versions were accepted, by version. */
  accepted: Record<string, string>;
  faults: Fault[];
  problem: Problem | null;
  /** A request is under way. */
  working: boolean;
  captcha: CaptchaStatus;
  passwordShown: boolean;
  /** Name of who is signed in already, as far as it is known. */
  signedInAs: string | null;
  /** The person came back to change the address, so the password is gone. */
  returned: boolean;
  /** A further mail was sent from this screen. */
  resent: boolean;
  /** Epoch milliseconds from which a further mail may be asked for. */
  resendAt: number;
  /** Grows when something needs the person's attention, so that focus moves there. */
  attention: number;
  /** Epoch milliseconds at the last event, for the countdowns. */
  now: number;
}

export type SignUpEvent =
  | { type: 'edited'; field: string; value: string }
  | { type: 'language-chosen'; locale: Locale; words: Messages }
  | { type: 'password-toggled' }
  | { type: 'captcha-changed'; status: CaptchaStatus }
  | { type: 'ticked' }
  | { type: 'met'; signedInAs: string | null }
  | { type: 'request-started' }
  | { type: 'consented'; field: string; versionId: string; locale: string; given: boolean }
  | { type: 'faulted'; faults: Fault[]; documents?: SignUpLegalDocument[] }
  | { type: 'failed'; problem: Problem }
  | { type: 'registered'; values: Record<string, string>; resendAt: number }
  | { type: 'resent'; resendAt: number }
  | { type: 'address-changing' }
  | { type: 'went'; screen: Screen }
  | { type: 'leaving' };

/** Everything at rest: what a screen starts with. */
const AT_REST = {
  faults: [],
  problem: null,
  working: false,
  resent: false,
  passwordShown: false,
} satisfies Partial<State>;

/** The state that a visit starts with. */
export function initialState(
  start: Pick<State, 'screen' | 'locale' | 'words' | 'values' | 'resendAt' | 'now' | 'documents'>,
): State {
  return {
    ...AT_REST,
    ...start,
    accepted: {},
    captcha: 'idle',
    signedInAs: null,
    returned: false,
    attention: 0,
  };
}

/** The next state. Pure: whatever reaches out of the page is in the actions. */
export function update(state: State, event: SignUpEvent): State {
  switch (event.type) {
    case 'edited':
      return edit(state, event.field, event.value);
    case 'consented':
      return {
        ...withoutFaultAt(state, event.field),
        accepted: { ...state.accepted, [event.versionId]: event.given ? event.locale : '' },
      };
    case 'language-chosen':
      return { ...state, locale: event.locale, words: event.words };
    case 'password-toggled':
      return { ...state, passwordShown: !state.passwordShown };
    case 'captcha-changed':
      return { ...state, captcha: event.status, faults: faultsBeside(event.status, state.faults) };
    case 'ticked':
      return state;
    case 'met':
      return { ...state, signedInAs: event.signedInAs, working: false };
    case 'request-started':
      return { ...state, working: true, faults: [], problem: null };
    case 'faulted':
      return { ...state, ...event, working: false, problem: null, attention: state.attention + 1 };
    case 'failed':
      return { ...state, ...event, working: false, attention: state.attention + 1 };
    case 'registered':
      return {
        ...state,
        ...AT_REST,
        screen: 'check-mail',
        values: event.values,
        resendAt: event.resendAt,
      };
    case 'resent':
      return { ...state, ...AT_REST, resent: true, resendAt: event.resendAt };
    case 'address-changing':
      return { ...state, ...AT_REST, screen: 'form', returned: true };
    case 'went':
      return { ...state, ...AT_REST, screen: event.screen };
    case 'leaving':
      return { ...state, working: true };
  }
}

/** A check that succeeds mends what was wrong with it. */
function faultsBeside(status: CaptchaStatus, faults: Fault[]): Fault[] {
  return status === 'solved' ? faults.filter((fault) => !isCaptchaFault(fault)) : faults;
}

function withoutFaultAt(state: State, field: string): State {
  return { ...state, faults: state.faults.filter((fault) => fault.field !== field) };
}

function edit(state: State, field: string, value: string): State {
  return {
    ...withoutFaultAt(state, field),
    values: { ...state.values, [field]: value },
    // A limit may belong to the address, so that another one may go through at once.
    problem: field === 'email' ? null : state.problem,
  };
}
