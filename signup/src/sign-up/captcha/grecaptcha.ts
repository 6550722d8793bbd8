import type { SignUpCaptcha } from '../../page-config.js';
import { loadScript } from './load-script.js';

/** The part of Google's script that both versions use. */
export interface Grecaptcha {
  ready(callback: () => void): void;
  render(slot: HTMLElement, options: RenderOptions): number;
  reset(widget: number): void;
  execute(siteKey: string, options: { action: string }): PromiseLike<string>;
}

interface RenderOptions {
  sitekey: string;
  theme: 'light' | 'dark';
  size: 'normal' | 'compact';
  callback(token: string): void;
  'expired-callback'(): void;
  'error-callback'(): void;
}

declare global {
  interface Window {
    grecaptcha?: Grecaptcha;
  }
}

/** Loads Google's script from where the operator said, once, and waits until it is ready. */
export async function loadGrecaptcha(
  { scriptUrl }: SignUpCaptcha,
  locale: string,
): Promise<Grecaptcha> {
  if (!window.grecaptcha) {
    const url = new URL(scriptUrl ?? '', location.href);
    url.searchParams.set('hl', locale);
    await loadScript(url);
  }
  const { grecaptcha } = window;
  if (!grecaptcha) throw new Error('the script brought no grecaptcha');
  await new Promise<void>((resolve) => grecaptcha.ready(resolve));
  return grecaptcha;
}
