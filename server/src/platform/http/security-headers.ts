import type { RequestHandler } from 'express';
import helmet from 'helmet';

/** Hosts that a page may load a captcha from, by directive. */
export interface CaptchaSources {
  readonly scripts: readonly string[];
  readonly frames: readonly string[];
  readonly connects: readonly string[];
}

const noCaptchaSources: CaptchaSources = { scripts: [], frames: [], connects: [] };

/** No nonces, so that pages can be kept in memory; no `unsafe-inline` anywhere. */
export const contentSecurityPolicy = (captcha: CaptchaSources): string =>
  [
    `default-src 'none'`,
    `script-src ${["'self'", ...captcha.scripts].join(' ')}`,
    `style-src 'self'`,
    `img-src 'self' data:`,
    `font-src 'self'`,
    `connect-src ${["'self'", ...captcha.connects].join(' ')}`,
    ...(captcha.frames.length > 0 ? [`frame-src ${captcha.frames.join(' ')}`] : []),
    `worker-src 'self'`,
    `manifest-src 'self'`,
    `form-action 'self'`,
    `base-uri 'none'`,
    `frame-ancestors 'none'`,
  ].join('; ');

/** For a page that shows drafts in a frame of the console: it reaches nothing and nobody. */
export const sandboxedPolicy = [
  `default-src 'none'`,
  `script-src 'self'`,
  `style-src 'self'`,
  `img-src 'self' data:`,
  `font-src 'self'`,
  `connect-src 'none'`,
  `form-action 'none'`,
  `base-uri 'none'`,
  `frame-ancestors 'self'`,
  'sandbox allow-scripts',
].join('; ');

const strictHeaders = {
  'content-security-policy': contentSecurityPolicy(noCaptchaSources),
  'permissions-policy':
    'camera=(), microphone=(), geolocation=(), payment=(), usb=(), browsing-topics=()',
};

/** Headers of every answer; a page with a captcha sets a policy of its own over the strict one. */
export const securityHeaders = (https: boolean): RequestHandler[] => [
  helmet({
    contentSecurityPolicy: false,
    strictTransportSecurity: https ? { maxAge: 31_536_000, includeSubDomains: false } : false,
    crossOriginEmbedderPolicy: false,
    referrerPolicy: { policy: 'no-referrer' },
    xFrameOptions: { action: 'deny' },
  }),
  (_request, response, next) => {
    response.set(strictHeaders);
    next();
  },
];
