import { defineConfig } from '@playwright/test';
import journeys from './playwright.config.js';

// The port that the documentation speaks of.
process.env['GATEHOUSE_PICTURES_PORT'] ??= '3000';

/** Makes the pictures of the documentation; no test, and only run by hand. */
export default defineConfig({ ...journeys, testDir: 'pictures', workers: 1, reporter: 'list' });
