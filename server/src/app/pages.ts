import { fileURLToPath } from 'node:url';
import type { Request, RequestHandler, Response } from 'express';
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
  { domains, registration, captcha }: Slices,
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
  const rendered = new WeakMap<OpenPage, ReadyFile>();
  const consoles = new Map<string, ReadyFile>();

  const siteOf = (request: Request): Promise<Site> => domains.findSite(hostOf(request));

  const signUpHtml = (open: OpenPage | null, site: Site): ReadyFile => {
    if (!open) {
      const base = site.kind === 'unknown' ? publicUrl : domains.baseAddressOf(site.host);
      const tenantName = site.kind === 'tenant' ? site.tenantName : null;
      return pageWithConfig(signupIndex, { page: null, tenantName, signInUrl: `${base}/sign-in` });
    }
    const page = registration.toSignUpPage(open);
    const { tenantName, signInUrl } = page;
    const html = rendered.get(open) ?? pageWithConfig(signupIndex, { page, tenantName, signInUrl });
    rendered.set(open, html);
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
    await sendFile(request, response, signUpHtml(open, site), revalidatedCaching);
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
    const config = {
      site: site.kind,
      tenantName: site.kind === 'tenant' ? site.tenantName : null,
      signUpUrl: open ? '/signup' : null,
      consoleUrl: publicUrl,
    };
    const key = JSON.stringify(config);
    response.set('content-security-policy', consolePolicy);
    const html = consoles.get(key) ?? pageWithConfig(clientIndex, config);
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
