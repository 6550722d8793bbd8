/** What a provider hands out. */
export interface Tokens {
  readonly accessToken: string;
  /** Null: the one before stays good. */
  readonly refreshToken: string | null;
  readonly expiresInSeconds: number;
}

export type TokenAnswer =
  | { readonly ok: true; readonly tokens: Tokens }
  /** In words, without secrets. */
  | { readonly ok: false; readonly reason: string };

/** Asks a provider's token endpoint (RFC 6749). Never throws for its faults. */
export type AskForTokens = (
  tenantId: string,
  tokenUrl: string,
  parameters: Readonly<Record<string, string>>,
) => Promise<TokenAnswer>;
