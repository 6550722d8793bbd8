import type { Tx } from '../platform/transaction.js';

/** What the mails of a domain wear. */
export interface MailBranding {
  readonly name: string;
  /** Absolute address of the logo. */
  readonly logo: string | null;
  /** An e-mail address or a web address. */
  readonly supportContact: string | null;
  /** `#rrggbb`, readable on one another. */
  readonly button: { readonly background: string; readonly text: string } | null;
}

/** @returns null when mails look as they always do, and for a host that the tenant does not have */
export type MailBrandingOf = (tenantId: string, host: string) => Promise<MailBranding | null>;

/** The same for a preview in the console, with the logo itself; of the transaction's tenant. */
export type PreviewBrandingOf = (tx: Tx) => Promise<MailBranding | null>;
