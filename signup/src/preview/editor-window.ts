import type { FromPreview, ToPreview } from './messages.js';

type Browser = Pick<Window, 'addEventListener' | 'parent' | 'location'>;

/** The console's editor around this page: only what it says counts, and only it is told anything. */
export function createEditorWindow(browser: Browser) {
  const { parent, location } = browser;
  return {
    tell: (message: FromPreview) => parent.postMessage(message, location.origin),
    onMessage(listener: (message: ToPreview) => void) {
      browser.addEventListener('message', (event) => {
        // The sandbox has no origin of its own, but its address has the editor's.
        if (event.source !== parent || event.origin !== location.origin) return;
        listener(event.data as ToPreview);
      });
    },
  };
}
