import { fileURLToPath } from 'node:url';
import type { Request, RequestHandler, Response } from 'express';
import type { SiteBranding } from '../branding/index.js';
import type { Site } from '../domains/index.js';
import { hostOf } from '../platform/http/exchange.js';
import { contentSecurityPolicy, sandboxedPolicy } from '../platform/http/security-headers.js';
import {
  foreverCaching,
  loadFolder,
  revalidatedCaching,
  sendFile,
  type ReadyFile,
} from '../platform/http/static-files.js';
import type { OpenPage } from '../registration/index.js';
import { pageWithConfig } from './page-html.js';
import type { Slices } from './slices.js';

const built = (packageName: string): string =>
  fileURLToPath(new URL(`../../../${packageName}/dist`, import.meta.url));

const pageOf = (files: ReadonlyMap<string, ReadyFile>, name: string): ReadyFile => {
  const page = files.get(name);
  if (!page) throw new Error('The pages are not built: run `npm start`, which builds them.');
  return page;
};

const firstOf = (path: string | string[] | undefined): string =>
  (Array.isArray(path) ? path.join('/') : path) ?? '';

/** Files with a hash in the name, under the path where the built pages look for them; no pages. */
const serveFiles =
  (files: ReadonlyMap<string, ReadyFile>, folder: string): RequestHandler =>
  async (request, response) => {
    const path = folder + firstOf(request.params['path']);
    const file = path.endsWith('.html') ? undefined : files.get(path);
    // A page in place of a missing file would be kept under the name of a script.
    if (!file) return sendNothing(response);
    // The preview's frame has no origin, so to the browser its own files come from another one.
    if (path.startsWith('assets/preview-')) response.set(...readByAnybody);
    await sendFile(request, response, file, foreverCaching);
  };

const readByAnybody = ['cross-origin-resource-policy', 'cross-origin'] as const;

const sendNothing = (response: Response): void => {
  response.status(404).type('text/plain').send('There is nothing here.');
};

/** The editor frames the preview of a sign-up page. */
const consolePolicy = contentSecurityPolicy({ scripts: [], frames: ["'self'"], connects: [] });

/** What a page says of its tenant's looks itself; colours come as a style sheet. */
const toBrand = (looks: SiteBranding | null) =>
  looks && { logo: looks.logo, title: looks.title, supportContact: looks.supportContact };

export interface Pages {
  readonly clientFiles: RequestHandler;
  readonly signUpFiles: RequestHandler;
  readonly sendSignUp: RequestHandler;
  /** The sign-up page for the frame in the console's editor, which tells it what to show. */
  readonly sendPreview: RequestHandler;
  readonly sendConsole: RequestHandler;
}

/** The two built pages: the console on every host, the sign-up page where a tenant has one. */
export const createPages = async (
  { branding, domains, registration, captcha }: Slices,
  publicUrl: string,
): Promise<Pages> => {
  const [client, signup] = await Promise.all([
    loadFolder(built('client')),
    loadFolder(built('signup')),
  ]);
  const clientIndex = pageOf(client, 'index.html');
  const signupIndex = pageOf(signup, 'index.html');
  const preview = pageOf(signup, 'preview.html');
  /** Rendered once for each configuration: a changed page is another object. */
  const rendered = new WeakMap<OpenPage, { looks: SiteBranding; html: ReadyFile }>();
  const consoles = new Map<string, ReadyFile>();

  const siteOf = (request: Request): Promise<Site> => domains.findSite(hostOf(request));

  const looksOf = (site: Site): Promise<SiteBranding | null> =>
    site.kind === 'tenant' ? branding.siteBranding(site) : Promise.resolve(null);

  const signUpHtml = async (open: OpenPage | null, site: Site): Promise<ReadyFile> => {
    const looks = await looksOf(site);
    const brand = toBrand(looks);
    if (!open || !looks) {
      const base = site.kind === 'unknown' ? publicUrl : domains.baseAddressOf(site.host);
      const tenantName = site.kind === 'tenant' ? site.tenantName : null;
      const signInUrl = `${base}/sign-in`;
      const config = { page: null, tenantName, signInUrl, brand };
      return pageWithConfig(signupIndex, config, looks);
    }
    const page = registration.toSignUpPage(open);
    const { tenantName, signInUrl } = page;
    const kept = rendered.get(open);
    if (kept?.looks === looks) return kept.html;
    const config = { page, tenantName, signInUrl, brand };
    const html = pageWithConfig(signupIndex, config, looks);
    rendered.set(open, { looks, html });
    return html;
  };

  const sendSignUp = async (request: Request, response: Response): Promise<void> => {
    const site = await siteOf(request);
    const open = site.kind === 'tenant' ? await registration.openPages.ofHost(site.host) : null;
    if (open) {
      const { scriptSrc, frameSrc, connectSrc } = captcha.cspSources(open.page.captcha);
      response.set(
        'content-security-policy',
        contentSecurityPolicy({ scripts: scriptSrc, frames: frameSrc, connects: connectSrc }),
      );
    } else if (site.kind !== 'tenant' || request.path === '/signup') {
      // Links of registrations made before the page was switched off still work.
      response.status(404);
    }
    await sendFile(request, response, await signUpHtml(open, site), revalidatedCaching);
  };

  const sendPreview = async (request: Request, response: Response): Promise<void> => {
    response.set({ 'content-security-policy': sandboxedPolicy, 'x-frame-options': 'SAMEORIGIN' });
    // The console around the frame has its process already.
    response.removeHeader('origin-agent-cluster');
    await sendFile(request, response, preview, revalidatedCaching);
  };

  const sendConsole = async (request: Request, response: Response): Promise<void> => {
    const site = await siteOf(request);
    if (site.kind === 'unknown') {
      sendNothing(response);
      return;
    }
    const open = site.kind === 'tenant' ? await registration.openPages.ofHost(site.host) : null;
    const looks = await looksOf(site);
    const config = {
      site: site.kind,
      tenantName: site.kind === 'tenant' ? site.tenantName : null,
      signUpUrl: open ? '/signup' : null,
      consoleUrl: publicUrl,
      brand: toBrand(looks),
    };
    const key = JSON.stringify([config, looks?.styleSheet]);
    response.set('content-security-policy', consolePolicy);
    const html = consoles.get(key) ?? pageWithConfig(clientIndex, config, looks);
    consoles.set(key, html);
    await sendFile(request, response, html, revalidatedCaching);
  };

  return {
    clientFiles: serveFiles(client, ''),
    signUpFiles: serveFiles(signup, 'assets/'),
    sendSignUp,
    sendPreview,
    sendConsole,
  };
};
