/**
 * The console's content security policy lets no page bring styles along in its HTML, and mails have
 * no others. So they are set aside as text here, and put on by hand once the frame is there.
 */
export function withStylesAside(html: string): { html: string; sheet: string } {
  const sheet = /<style>([^]*?)<\/style>/.exec(html)?.[1] ?? '';
  const bare = html
    .replace(/<style>[^]*?<\/style>/, '')
    .replace(/<[a-z][^>]*>/gi, (tag) => tag.replace(/ style="/g, ' data-style="'));
  return { html: bare, sheet };
}

/** Links lead nowhere: the frame shows, and nothing else. */
export function dress(frame: HTMLIFrameElement, sheet: string): void {
  const { contentDocument: page, contentWindow } = frame;
  if (!page || !contentWindow) return;
  for (const element of page.querySelectorAll<HTMLElement>('[data-style]')) {
    element.style.cssText = element.dataset.style ?? '';
  }
  for (const link of page.querySelectorAll('a')) link.removeAttribute('href');
  const styles = new (contentWindow as Window & typeof globalThis).CSSStyleSheet();
  styles.replaceSync(sheet);
  page.adoptedStyleSheets = [styles];
}
