/** Enough for any answer of a mail server. */
const longest = 500;

/** Mail servers quote what they refuse: a link that was never delivered must not end in the log. */
export const withoutSecrets = (answer: string, secrets: readonly string[]): string => {
  const parts = secrets.flatMap((secret) => [secret, secret.split('#').at(-1) ?? secret]);
  const clean = parts.reduce((text, part) => text.replaceAll(part, '…'), answer);
  return [...clean.replace(/[\p{C}\s]+/gu, ' ').trim()].slice(0, longest).join('');
};
