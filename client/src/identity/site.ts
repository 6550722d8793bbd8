import { inject, type InjectionKey } from 'vue';

/** What the server says about the host of this page, inlined in it. */
export interface Site {
  site: 'console' | 'tenant';
  /** Null on the console's own address. */
  tenantName: string | null;
  /** The sign-up page, while it is on. */
  signUpUrl: string | null;
  consoleUrl: string;
  /** The tenant's own looks; absent on the console's own address. */
  brand: { logo: string | null; title: string | null; supportContact: string | null } | null;
}

export const siteKey: InjectionKey<Site> = Symbol('site');

export function readSite(): Site {
  const text = document.getElementById('gatehouse-config')?.textContent;
  if (!text) throw new Error('The server sent this page without its configuration');
  return JSON.parse(text) as Site;
}

export function useSite(): Site {
  const site = inject(siteKey);
  if (!site) throw new Error('useSite() needs an ancestor that provides the site');
  return site;
}
