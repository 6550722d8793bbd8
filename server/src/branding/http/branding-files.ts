import type { RequestHandler, Response } from 'express';
import type { FindSite } from '../../domains/index.js';
import { hostOf } from '../../platform/http/exchange.js';
import {
  foreverCaching,
  readyFile,
  revalidatedCaching,
  sendFile,
} from '../../platform/http/static-files.js';
import type { Transact } from '../../platform/transaction.js';
import { imagePath } from '../branding.js';
import type { BrandingRepository } from '../branding-repository.js';
import type { FindSiteBranding } from '../site-branding.js';

interface Deps {
  readonly transact: Transact;
  readonly findSite: FindSite;
  readonly siteBranding: FindSiteBranding;
  readonly repository: Pick<BrandingRepository, 'findImage'>;
}

/** Quick compression: these follow the configuration. */
const quality = 4;

/** An image opened on its own can't do anything, whatever is in it. */
const imagePolicy = `default-src 'none'; sandbox; frame-ancestors 'none'`;

const sendNothing = (response: Response): void => {
  response.status(404).type('text/plain').send('There is nothing here.');
};

/** `/branding/…` of a tenant's domain: the style sheet and the images, named by their hash. */
export const createBrandingFiles =
  ({ transact, findSite, siteBranding, repository }: Deps): RequestHandler =>
  async (request, response) => {
    const site = await findSite(hostOf(request));
    if (site.kind !== 'tenant') return sendNothing(response);
    const { css, styleSheet } = await siteBranding(site);
    if (request.path.endsWith('.css')) {
      if (css === null) return sendNothing(response);
      // A page that was cached a moment ago names the one before: it gets the colours of now.
      const caching = request.path === styleSheet ? foreverCaching : revalidatedCaching;
      const file = readyFile('text/css; charset=utf-8', Buffer.from(css), quality);
      return sendFile(request, response, file, caching);
    }
    const hash = /^\/branding\/([0-9a-f]{64})\.(?:png|jpg|webp)$/.exec(request.path)?.[1];
    const image = hash
      ? await transact(site.tenantId, (tx) => repository.findImage(tx, hash))
      : null;
    if (!image || imagePath(image) !== request.path) return sendNothing(response);
    response.set({
      'content-security-policy': imagePolicy,
      // Mails on the web show the logo on pages of other origins.
      'cross-origin-resource-policy': 'cross-origin',
    });
    await sendFile(request, response, readyFile(image.type, image.bytes, quality), foreverCaching);
  };
