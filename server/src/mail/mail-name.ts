/** Code points that fit; security rules, «E-mail». */
const longest = 50;

/** What mail programs turn into links: addresses, host names, e-mail addresses. */
const linkLike = /\S*(?:[:/\\@]|\p{L}{2}\.\p{L}|www\.|\d\.\d)\S*/giu;
/** Letters with their marks, and what stands between the parts of names. */
const notOfNames = /[^\p{L}\p{M}\p{N} .'’·-]/gu;

/**
 * A name that a stranger typed, as far as it may stand in a mail to an address that nobody has
 * proven: without anything like a link, and short.
 * @returns null when nothing is left
 */
export const toMailName = (typed: string | null): string | null => {
  const plain = (typed ?? '')
    .normalize('NFKC')
    .replace(/[\p{Cf}\p{Cc}]/gu, '')
    .replace(linkLike, ' ')
    .replace(notOfNames, ' ')
    .replace(/\s+/gu, ' ')
    .trim();
  return [...plain].slice(0, longest).join('').trim() || null;
};
