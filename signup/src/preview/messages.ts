import type { LegalText } from '../api/operations.js';
import type { Brand, SignUpPage } from '../page-config.js';

export type Theme = 'light' | 'dark';

/** What the console's editor sends into the preview. */
export type ToPreview =
  | {
      type: 'gatehouse.draft';
      page: SignUpPage;
      /** With the logo and the colours themselves. */
      looks: (Brand & { css: string | null }) | null;
      /** Language to show; the person may choose another one inside. */
      locale: string;
      theme: Theme;
    }
  | { type: 'gatehouse.legal-text'; versionId: string; text: LegalText | null };

/** What the preview asks of the editor. */
export type FromPreview =
  | { type: 'gatehouse.ready' }
  | { type: 'gatehouse.wanted-text'; versionId: string; locale: string };
