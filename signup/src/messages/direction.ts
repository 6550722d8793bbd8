/** A script subtag decides, as in "az-Arab"; without one the language does, as in "ar" and "fa-IR". */
export function directionOf(tag: string): 'ltr' | 'rtl' {
  const [language = '', ...subtags] = tag.split(/[-_]/);
  const script = subtags.find((subtag) => /^[a-z]{4}$/i.test(subtag));
  const rightToLeft = script
    ? /^(adlm|arab|hebr|mand|nkoo|rohg|samr|syrc|thaa)$/i
    : /^(ar|ckb|dv|fa|he|ps|sd|ug|ur|yi)$/i;
  return rightToLeft.test(script ?? language) ? 'rtl' : 'ltr';
}
