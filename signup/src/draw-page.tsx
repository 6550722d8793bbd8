import { App } from './app.js';
import type { Drawable } from './jsx/drawable.js';
import { render } from './jsx/render.js';
import { directionOf } from './messages/direction.js';
import type { View } from './view.js';

/** Draws the page with one of its screens, for visitors and for the preview alike. */
export function drawPage(view: View, screen: Drawable, app: HTMLElement): void {
  render(<App view={view} screen={screen} />, app);
  const { documentElement: root } = document;
  root.lang = view.state.locale;
  root.dir = directionOf(view.state.locale);
  document.title = [app.querySelector('h1')?.textContent, view.config.tenantName]
    .filter(Boolean)
    .join(' · ');
}
