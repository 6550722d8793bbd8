import type { MailServer } from './mail-server.js';
import type { RenderedMail } from './mail-template.js';

export interface OutgoingMail extends RenderedMail {
  /** The same for every try of a message, so that mail programs show a repeated one once. */
  readonly id: string;
  /** One bare address for SMTP. */
  readonly to: string;
}

/** What the mail server said, in words. */
export type Delivery =
  | { readonly kind: 'accepted'; readonly answer: string }
  /** It won't take mail for this recipient, however often it is tried. */
  | { readonly kind: 'bounced'; readonly reason: string }
  /** It won't take this mail, however often it is tried. */
  | { readonly kind: 'refused'; readonly reason: string }
  /** It may take it later. */
  | { readonly kind: 'postponed'; readonly reason: string };

/** Hands a mail to a mail server and answers within a deadline; never throws for its faults. */
export type Deliver = (server: MailServer, mail: OutgoingMail) => Promise<Delivery>;
