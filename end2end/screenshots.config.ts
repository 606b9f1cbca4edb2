import { defineConfig } from '@playwright/test';

import config from './playwright.config.ts';

/** Not tests: the pictures of the README. */
export default defineConfig(config, { testDir: '.', testMatch: 'screenshots.ts' });
