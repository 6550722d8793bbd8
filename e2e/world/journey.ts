import { test as base, type BrowserContextOptions, type Page } from '@playwright/test';
import { readDemo, type Demo } from '../demo.js';
import type { ConsoleApi } from './api.js';
import { createFaultWatch, type FaultWatch } from './fault-watch.js';
import { newLiveTenant, newTenant, signInAsRoot, type LiveTenant, type Tenant } from './tenant.js';

interface World {
  demo: Demo;
  /** Fails the journey for anything that the browser complains about, or that asks other hosts. */
  watch: FaultWatch;
  /** Another person's browser: it shares no cookie and no memory with the others. */
  newBrowser: (options?: BrowserContextOptions) => Promise<Page>;
  /** A tenant that has nothing yet but its administrator. */
  tenant: Tenant;
  /** A tenant whose sign-up page is on. */
  liveTenant: LiveTenant;
}

export const test = base.extend<World, { root: ConsoleApi }>({
  root: [async ({}, use) => use(await signInAsRoot()), { scope: 'worker' }],
  demo: async ({}, use) => use(readDemo()),
  tenant: async ({ root }, use) => use(await newTenant(root)),
  liveTenant: async ({ root }, use) => use(await newLiveTenant(root)),
  watch: [
    async ({}, use) => {
      const watch = createFaultWatch();
      await use(watch);
      base.expect(watch.faults, 'faults that the browsers saw').toEqual([]);
    },
    { auto: true },
  ],
  newBrowser: async ({ browser, watch }, use) => {
    const contexts: { close(): Promise<void> }[] = [];
    await use(async (options) => {
      const context = await browser.newContext(options);
      contexts.push(context);
      watch.follow(context);
      return context.newPage();
    });
    await Promise.all(contexts.map((context) => context.close()));
  },
});

export { expect } from '@playwright/test';
