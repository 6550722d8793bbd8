/** What the HTML part of a mail may do: nothing but look as it was meant to, and open links. */
export const MAIL_POLICY = [
  'sandbox allow-popups allow-popups-to-escape-sandbox',
  "default-src 'none'",
  "style-src 'unsafe-inline'",
  // Logos come from the tenant's domain, which is on this machine as well.
  'img-src data: http://localhost:* http://*.localhost:*',
  "form-action 'none'",
  "frame-ancestors 'self'",
].join('; ');

const TARGET = '<base target="_blank">';

/** The HTML part of a mail, with links that open outside of the frame. */
export const toMailDocument = (source: string): string => {
  const head = /<head[^>]*>/i.exec(source);
  if (!head) return TARGET + source;
  const end = head.index + head[0].length;
  return source.slice(0, end) + TARGET + source.slice(end);
};
