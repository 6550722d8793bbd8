import type { Tx } from '../platform/transaction.js';
import type { MailMessage } from './mail-message.js';
import type { MailContent, MailFacts, MailTemplate } from './mail-template.js';

/** What comes of a message when its turn comes. */
export type Prepared<T extends MailTemplate> =
  | {
      /** Without `template` it is the queued one. */
      readonly send: (MailFacts[T] & { readonly template?: never }) | MailContent;
      /** The recipient's own language, where it is only known now. */
      readonly locale?: string | null;
    }
  /** Why nothing is sent, in words for administrators. */
  | { readonly skip: string };

/** The slice that owns a template's facts composes its mails. */
export interface MailComposer<T extends MailTemplate> {
  /**
   * Runs at each try, in a transaction of the message's tenant that commits before anything is
   * sent: the place to make secrets, store their hashes, and decide what the recipient is told.
   */
  prepare(tx: Tx, message: MailMessage): Promise<Prepared<T>>;
}

type PreparedMail =
  | { readonly send: MailContent; readonly locale?: string | null | undefined }
  | { readonly skip: string };

/** Composers by the template that is queued. */
export interface MailComposers {
  register<T extends MailTemplate>(template: T, composer: MailComposer<T>): void;
  /** @throws when no slice composes the message's template */
  prepare(tx: Tx, message: MailMessage): Promise<PreparedMail>;
}

export const createMailComposers = (): MailComposers => {
  const composers = new Map<MailTemplate, MailComposers['prepare']>();
  return {
    register(template, composer) {
      composers.set(template, async (tx, message) => {
        const prepared = await composer.prepare(tx, message);
        if ('skip' in prepared) return prepared;
        // The queued template fits its own facts, which TypeScript can't see through the spread.
        const send = { template, ...prepared.send } as MailContent;
        return { send, locale: prepared.locale };
      });
    },
    prepare(tx, message) {
      const prepare = composers.get(message.template);
      if (!prepare) throw new Error(`No slice composes mails of the template ${message.template}.`);
      return prepare(tx, message);
    },
  };
};
