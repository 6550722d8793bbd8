import type {
  CreateSelfRegistrationInput,
  SelfRegistrationSettingsFragment,
} from '../../generated/graphql';

type Rules = Pick<
  SelfRegistrationSettingsFragment,
  | 'inviteOnly'
  | 'allowedEmailDomains'
  | 'blockedEmailDomains'
  | 'refuseDisposable'
  | 'requiresApproval'
>;

/** Who may register; lists of domains as they are typed, one per line. */
export interface EntryForm {
  inviteOnly: boolean;
  allowed: string;
  blocked: string;
  refuseDisposable: boolean;
  requiresApproval: boolean;
}

export function newEntryForm(): EntryForm {
  return {
    inviteOnly: false,
    allowed: '',
    blocked: '',
    refuseDisposable: false,
    requiresApproval: false,
  };
}

export function toEntryForm(saved: Rules): EntryForm {
  return {
    inviteOnly: saved.inviteOnly,
    allowed: saved.allowedEmailDomains.join('\n'),
    blocked: saved.blockedEmailDomains.join('\n'),
    refuseDisposable: saved.refuseDisposable,
    requiresApproval: saved.requiresApproval,
  };
}

/** Commas and spaces part domains as lines do. */
export const domainsIn = (typed: string): string[] => typed.split(/[\s,;]+/).filter(Boolean);

export function toEntryInput(form: EntryForm): Pick<CreateSelfRegistrationInput, keyof Rules> {
  return {
    inviteOnly: form.inviteOnly,
    allowedEmailDomains: domainsIn(form.allowed),
    blockedEmailDomains: domainsIn(form.blocked),
    refuseDisposable: form.refuseDisposable,
    requiresApproval: form.requiresApproval,
  };
}
