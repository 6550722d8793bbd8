/** Code points that fit; security rules, «E-mail». */
const longest = 50;

/** What mail programs turn into links: addresses, host names, e-mail addresses, numbers of hosts. */
const linkLike = (() => {
  const letter = String.raw`[\p{L}\p{M}\p{N}]`;
  const dotted = String.raw`${letter}{2}\.${letter}|${letter}\.${letter}{2}|\d\.\d`;
  return new RegExp(String.raw`\S*(?:[:/\\@]|${dotted})\S*`, 'giu');
})();
/** The dots of East Asian keyboards separate host names, too. */
const otherDots = /[\u3002\uff61]/gu;
const notOfNames = /[^\p{L}\p{M}\p{N} .'’·-]/gu;

/**
 * A name that a stranger typed, as far as it may stand in a mail to an address that nobody has
 * proven: without anything like a link, and short.
 * @returns null when nothing is left
 */
export const toMailName = (typed: string | null): string | null => {
  const plain = (typed ?? '')
    .normalize('NFKC')
    .replace(/\p{Cf}/gu, '')
    .replace(otherDots, '.')
    .replace(linkLike, ' ')
    .replace(notOfNames, ' ')
    .replace(/\s+/gu, ' ')
    .trim();
  return [...plain].slice(0, longest).join('').trim() || null;
};
