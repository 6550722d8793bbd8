/** The outcome of work that may fail in an expected way. What is unexpected is thrown. */
export type Result<T, F> = { readonly ok: true; readonly value: T } | Failed<F>;

export interface Failed<F> {
  readonly ok: false;
  readonly failure: F;
}

export const ok = <T>(value: T): { readonly ok: true; readonly value: T } => ({ ok: true, value });

export const fail = <F>(failure: F): Failed<F> => ({ ok: false, failure });
