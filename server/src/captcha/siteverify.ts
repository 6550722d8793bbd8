/** What is asked of a hosted provider. */
interface SiteverifyQuestion {
  readonly secret: string;
  readonly response: string;
  readonly remoteIp: string | null;
}

/** A hosted provider's word on a token, as far as it is used. */
export interface SiteverifyAnswer {
  readonly success: boolean;
  readonly hostname?: string | undefined;
  readonly score?: number | undefined;
  readonly action?: string | undefined;
  readonly errorCodes: readonly string[];
}

/** What came of asking: an answer that can be read, or why there is none (for the log). */
type SiteverifyReply =
  | { readonly answered: true; readonly answer: SiteverifyAnswer }
  | { readonly answered: false; readonly why: string };

/** Asks a hosted provider about a token. Never throws. */
export type Siteverify = (question: SiteverifyQuestion) => Promise<SiteverifyReply>;
