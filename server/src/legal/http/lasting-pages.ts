import type { RequestHandler, Response } from 'express';
import type { Site, TenantSite } from '../../domains/index.js';
import { hostOf } from '../../platform/http/exchange.js';
import { lastingPage, type LastingPageLooks } from '../lasting-page.js';
import type { LastingText, WantedText } from '../lasting-text.js';
import type { LegalDocumentKind } from '../legal-document.js';

interface Deps {
  readonly findSite: (host: string) => Promise<Site>;
  readonly findText: (site: TenantSite, wanted: WantedText) => Promise<LastingText | null>;
  readonly looksOf: (site: TenantSite) => Promise<LastingPageLooks>;
}

export interface LastingPages {
  readonly privacy: RequestHandler;
  readonly terms: RequestHandler;
  readonly style: RequestHandler;
}

/** A text can't load, run, send or frame anything but the tenant's logo, whatever is in it. */
const policy = [
  `default-src 'none'`,
  `style-src 'self'`,
  `img-src 'self'`,
  `base-uri 'none'`,
  `form-action 'none'`,
  `frame-ancestors 'none'`,
].join('; ');

const textOf = (value: unknown): string | null => (typeof value === 'string' ? value : null);

/** The number of a version as it stands in an address; what is no number finds none. */
const numberOf = (value: unknown): number | null => {
  const text = textOf(value);
  if (text === null) return null;
  return /^[1-9]\d{0,8}$/.test(text) ? Number(text) : 0;
};

const sendNothing = (response: Response): void => {
  response.status(404).type('text/plain').send('There is nothing here.');
};

/** `/legal/privacy` and `/legal/terms` of a tenant's domain. */
export const createLastingPages = ({ findSite, findText, looksOf }: Deps): LastingPages => {
  const send =
    (kind: LegalDocumentKind): RequestHandler =>
    async (request, response) => {
      const site = await findSite(hostOf(request));
      if (site.kind !== 'tenant') return sendNothing(response);
      const { version, lang } = request.query;
      const locales = [textOf(lang), request.headers['accept-language']];
      const found = await findText(site, { kind, number: numberOf(version), locales });
      if (!found) return sendNothing(response);
      response.set({
        'content-security-policy': policy,
        'cache-control': 'no-cache',
        'content-language': found.text.locale,
        vary: 'accept-language',
      });
      response.type('html').send(lastingPage(found, site.tenantName, await looksOf(site)));
    };
  return {
    privacy: send('PRIVACY_POLICY'),
    terms: send('TERMS_OF_USE'),
    style: (_request, response) => {
      response.set('cache-control', 'public, max-age=3600').type('text/css').send(style);
    },
  };
};

const style = `:root{color-scheme:light dark}
body{max-inline-size:44rem;margin-block:0;margin-inline:auto;padding-block:2rem 4rem;padding-inline:1.25rem;font:1rem/1.6 system-ui,sans-serif;overflow-wrap:anywhere;background:var(--page,Canvas)}
header{display:flex;align-items:center;justify-content:space-between;gap:1rem;padding-block-end:1rem;border-block-end:3px solid var(--accent,currentColor);font-weight:600}
.brand{display:flex;align-items:center;gap:.625rem;margin:0}
.brand img{flex:none;max-inline-size:10rem;max-block-size:3rem}
h1{margin-block:2rem 0;line-height:1.2}
.meta{margin-block:.25rem 2rem;font-size:.9rem}
.notice{padding:.75rem 1rem;border:1px solid;border-radius:.5rem}
footer{margin-block-start:3rem;border-block-start:1px solid;font-size:.9rem}
footer h2{font-size:1rem}
[aria-current]{font-weight:600}
a{color:inherit}
`;
