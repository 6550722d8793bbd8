/** Which way the writing of a language runs; what is no language tag runs rightwards. */
export const directionOf = (tag: string): 'ltr' | 'rtl' => {
  try {
    return new Intl.Locale(tag).getTextInfo().direction === 'rtl' ? 'rtl' : 'ltr';
  } catch {
    return 'ltr';
  }
};
