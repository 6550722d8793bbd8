import type { Actions } from './actions.js';
import type { Fault } from './fault.js';
import type { Messages } from './messages/en.js';
import { fill } from './messages/locale.js';
import type { PageConfig, SignUpField } from './page-config.js';
import type { State } from './state.js';

/** What a part of the page is drawn from. */
export interface View<A extends Actions = Actions> {
  state: State;
  words: Messages;
  config: PageConfig;
  actions: A;
}

/** The words for the fault at a field, if there is one. */
export function faultTextAt({ state, words, config }: View, field: string): string | undefined {
  const fault = state.faults.find((one) => one.field === field);
  if (!fault) return undefined;
  const { page } = config;
  const {
    maxLength = 254,
    min,
    max,
  } = page?.signUpFields.find(({ name }) => name === field) ?? ({} as Partial<SignUpField>);
  return fill(wordsFor(fault, words), {
    min: page?.passwordMinLength ?? '',
    max: maxLength,
    range: `${min ?? '…'} – ${max ?? '…'}`,
    tenant: config.tenantName ?? '',
  });
}

/** "0:42" until a moment in epoch milliseconds. */
export function countdown(until: number, now: number): string {
  const seconds = Math.max(0, Math.ceil((until - now) / 1000));
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
}

function wordsFor(fault: Fault, words: Messages): string {
  const known: Record<string, string> = words.faults;
  return known[fault.code] ?? fault.message ?? words.problems.failed;
}
