import type { PageLooks, SignUpPage } from './draft-page';

export interface PreviewedText {
  title: string;
  locale: string;
  html: string;
}

/** What the editor sends into the frame. */
export type ToPreview =
  | {
      type: 'gatehouse.draft';
      page: SignUpPage;
      looks: PageLooks | null;
      locale: string;
      theme: 'light' | 'dark';
    }
  | { type: 'gatehouse.legal-text'; versionId: string; text: PreviewedText | null };

/** What the frame asks of the editor. */
export type FromPreview =
  | { type: 'gatehouse.ready' }
  | { type: 'gatehouse.wanted-text'; versionId: string; locale: string };

/** What a frame said, if it is this one: a sandboxed frame has no origin, which reads "null". */
export function messageOf(
  event: Pick<MessageEvent, 'source' | 'origin' | 'data'>,
  frame: Window | null | undefined,
): FromPreview | undefined {
  if (!frame || event.source !== frame || event.origin !== 'null') return undefined;
  const message = event.data as Partial<FromPreview> | null;
  return message?.type === 'gatehouse.ready' || message?.type === 'gatehouse.wanted-text'
    ? (message as FromPreview)
    : undefined;
}
