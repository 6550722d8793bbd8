import { domainsIn, type EntryForm } from './entry-form';

type Translate = (key: string, values?: Record<string, unknown>) => string;

/** Who may register, a line each. */
export function entryWords(form: EntryForm, t: Translate): string {
  const allowed = domainsIn(form.allowed).join(', ');
  const blocked = domainsIn(form.blocked).join(', ');
  const lines = [
    form.inviteOnly && t('registration.entry.words.invite'),
    allowed && t('registration.entry.words.allowed', { domains: allowed }),
    blocked && t('registration.entry.words.blocked', { domains: blocked }),
    form.refuseDisposable && t('registration.entry.words.disposable'),
    form.requiresApproval && t('registration.entry.words.approval'),
  ].filter(Boolean);
  return lines.join('\n') || t('registration.entry.words.all');
}
