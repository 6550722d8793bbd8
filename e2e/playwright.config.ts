import { defineConfig } from '@playwright/test';
import { chromiumProgram } from './chromium.js';

/** What Chromium needs to run as root and not to call anybody on its own. */
const ARGUMENTS = [
  ...['--no-sandbox', '--disable-gpu', '--disable-quic', '--disable-background-networking'],
  ...['--disable-component-update', '--disable-sync', '--no-first-run'],
];

export default defineConfig({
  testDir: 'journeys',
  outputDir: 'test-results',
  globalSetup: './built-product.ts',
  workers: 2,
  retries: 0,
  // Long enough for two cores that others use as well.
  timeout: 120_000,
  expect: { timeout: 15_000 },
  forbidOnly: true,
  reporter: [['list'], ['json', { outputFile: 'test-results/results.json' }]],
  use: {
    browserName: 'chromium',
    launchOptions: { executablePath: chromiumProgram(), args: ARGUMENTS },
    actionTimeout: 15_000,
    locale: 'en-GB',
    contextOptions: { reducedMotion: 'reduce' },
    screenshot: 'only-on-failure',
    trace: { mode: 'retain-on-failure', screenshots: false },
  },
});
