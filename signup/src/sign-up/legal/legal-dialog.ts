import type { LegalText } from '../../api/operations.js';
import { directionOf } from '../../messages/direction.js';
import type { Messages } from '../../messages/en.js';

interface Options {
  words: Messages;
  /** Address of the lasting page, for when the text can't be fetched. */
  path: string;
  load: () => Promise<LegalText | null>;
  onAccept: () => void;
}

/**
 * Shows a legal text over the page; Esc and Close leave it as it was. The only place of this page
 * that draws HTML: the server sanitised it when it was saved.
 */
export async function showLegalDialog({ words, path, load, onAccept }: Options): Promise<void> {
  const dialog = document.createElement('dialog');
  const title = append(dialog, 'h2', words.legal.loading);
  const text = append(dialog, 'div');
  const buttons = append(dialog, 'p');
  const accept = append(buttons, 'button', words.legal.accept);
  const close = append(buttons, 'button', words.legal.close);
  dialog.className = 'legal';
  text.className = 'legal-text';
  buttons.className = 'legal-buttons';
  accept.className = 'button';
  close.className = 'link';
  title.id = 'legal-title';
  dialog.setAttribute('aria-labelledby', title.id);
  // Long texts are scrolled by the keyboard, too.
  text.tabIndex = 0;
  text.setAttribute('role', 'region');
  text.setAttribute('aria-labelledby', title.id);
  accept.hidden = true;

  close.addEventListener('click', () => dialog.close());
  accept.addEventListener('click', () => {
    dialog.close();
    onAccept();
  });
  dialog.addEventListener('close', () => dialog.remove());
  document.body.append(dialog);
  dialog.showModal();

  const found = await load().catch(() => null);
  if (found) {
    title.textContent = found.title;
    text.lang = found.locale;
    text.dir = directionOf(found.locale);
    text.innerHTML = found.html;
    accept.hidden = false;
  } else {
    title.textContent = words.legal.failed;
    const link = append(text, 'a', words.legal.openPage);
    link.setAttribute('href', path);
    link.setAttribute('target', '_blank');
  }
}

function append<K extends keyof HTMLElementTagNameMap>(parent: HTMLElement, tag: K, text = '') {
  const element = document.createElement(tag);
  element.textContent = text;
  parent.append(element);
  return element;
}
