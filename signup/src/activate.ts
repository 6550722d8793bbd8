import type { ActivateInput } from './api/operations.js';
import type { Context } from './context.js';
import { toFault } from './fault.js';
import type { SignUpEvent } from './state.js';

/**
 * Asks for the activation; done, the visit is over and the person goes where the server says. Who
 * waits for approval is told so, also after a reload.
 */
export async function activate(context: Context, input: ActivateInput): Promise<SignUpEvent> {
  const { api, visit, config, leave } = context;
  const { activated, waiting, redirectTo, userErrors } = await api.activate(input);
  if (waiting) return { type: 'went', screen: 'waiting' };
  if (!activated) return { type: 'faulted', faults: userErrors.map(toFault) };
  visit.end();
  leave(redirectTo ?? config.signInUrl);
  return { type: 'leaving' };
}
