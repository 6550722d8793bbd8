import { directionOf } from '../../platform/locale/direction.js';
import type { Locale } from '../../platform/locale/locale.js';
import type { MailBranding } from '../mail-branding.js';
import { brandFooter, brandHeader } from './branding-parts.js';
import { escapeHtml } from './escape-html.js';
import { headingStyle } from './mail-styles.js';

/** Only the dark colours do not stand at the elements. */
const darkColours = (ownButton: string): string => `
  :root { color-scheme: light dark; supported-color-schemes: light dark; }
  @media (prefers-color-scheme: dark) {
    .page { background: #16181c !important; }
    .card { background: #22262c !important; border-color: #3a4048 !important; }
    .text { color: #e6e8eb !important; }
    .note { color: #a9b0b9 !important; }
    .code { background: #16181c !important; color: #ffffff !important; }${ownButton}
  }`;

/** A button in the tenant's colours is as readable on a dark card. */
const darkButton = `
    .button { background: #7aa7ff !important; color: #0d1117 !important; }`;

/** How a mail speaks and looks, whatever it says. */
export interface MailManner {
  readonly locale: Locale;
  /** Stands above the address of a button. */
  readonly copyLink: string;
  /** Stands before the support contact. */
  readonly help: string;
  readonly branding: MailBranding | null;
}

interface Parts {
  /** Plain text. */
  readonly subject: string;
  /** HTML. */
  readonly body: string;
}

/**
 * One quiet column: no picture but the tenant's logo, legible without any style. Web mail drops the
 * html element, so language and direction stand at the table, too.
 */
export const toLayout = (
  { subject, body }: Parts,
  { locale, help, branding }: MailManner,
): string => `<!doctype html>
<html lang="${locale}" dir="${directionOf(locale)}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<meta name="color-scheme" content="light dark">
<title>${escapeHtml(subject)}</title>
<style>${darkColours(branding?.button ? '' : darkButton)}
</style>
</head>
<body class="page" style="margin:0;padding:0;background:#f2f4f7">
<table role="presentation" lang="${locale}" dir="${directionOf(locale)}" class="page" width="100%" cellpadding="0" cellspacing="0" style="background:#f2f4f7">
<tr><td align="center" style="padding:24px 12px">
<table role="presentation" class="card" width="100%" cellpadding="0" cellspacing="0" style="max-width:560px;background:#ffffff;border:1px solid #d8dee4;border-radius:8px">
<tr><td style="padding:28px 28px 12px">
${branding ? brandHeader(branding) : ''}<h1 class="text" style="${headingStyle(21)}">${escapeHtml(subject)}</h1>
${body}${branding ? brandFooter(branding, help) : ''}
</td></tr>
</table>
</td></tr>
</table>
</body>
</html>
`;
