import '../styles.css';
import './preview.css';
import type { LegalText } from '../api/operations.js';
import { createEditorWindow } from './editor-window.js';
import type { Theme } from './messages.js';
import { createPreviewPage } from './preview-page.js';

const app = document.getElementById('app');
const editor = createEditorWindow(window);
/** Who waits for the text of a version. */
const waiting = new Map<string, (text: LegalText | null) => void>();

function legalText({ versionId, locale }: { versionId: string; locale: string }) {
  return new Promise<LegalText | null>((resolve) => {
    waiting.set(versionId, resolve);
    editor.tell({ type: 'gatehouse.wanted-text', versionId, locale });
  });
}

/** The build made one stylesheet a theme: what the editor chose counts, not what the browser prefers. */
function showTheme(theme: Theme) {
  document.documentElement.style.colorScheme = theme;
  for (const sheet of document.querySelectorAll<HTMLLinkElement>('link[data-theme]')) {
    sheet.media = sheet.dataset['theme'] === theme ? 'all' : 'not all';
  }
}

const colors = new CSSStyleSheet();
document.adoptedStyleSheets = [colors];

function showColors(css: string | null, theme: Theme) {
  const scheme = theme === 'dark' ? 'all' : 'not all';
  colors.replaceSync((css ?? '').replaceAll('(prefers-color-scheme:dark)', scheme));
}

// Links lead out of the preview, and its button, which Enter presses too, sends: neither does here.
addEventListener('click', (event) => {
  const target = event.target instanceof Element ? event.target : null;
  if (target?.closest('a, button[type=submit]')) event.preventDefault();
});

if (app) {
  const show = createPreviewPage(app, legalText);
  editor.onMessage((message) => {
    if (message.type === 'gatehouse.draft') {
      showTheme(message.theme);
      const { looks } = message;
      showColors(looks?.css ?? null, message.theme);
      void show(message.page, looks, message.locale);
    } else waiting.get(message.versionId)?.(message.text);
  });
  editor.tell({ type: 'gatehouse.ready' });
}
