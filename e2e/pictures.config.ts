import { defineConfig } from '@playwright/test';
import journeys from './playwright.config.js';

/** Makes the pictures of the documentation; no test, and only run by hand. */
export default defineConfig({ ...journeys, testDir: 'pictures', workers: 1, reporter: 'list' });
