import { createRequire } from 'node:module';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  resolve: {
    // Without this, vitest loads graphql twice, as ESM and as CommonJS, and the two don't mix.
    alias: [{ find: /^graphql$/, replacement: createRequire(import.meta.url).resolve('graphql') }],
  },
  test: {
    include: ['src/**/*.test.ts', 'test/**/*.test.ts'],
    // type-graphql's decorators need it before any slice is loaded.
    setupFiles: ['reflect-metadata', 'test/harness/end-of-file.ts'],
    globalSetup: ['test/harness/cluster.ts'],
    maxWorkers: 2,
    // Loading the server anew for each file would take as long as the tests themselves.
    isolate: false,
    // A busy machine is slow, not wrong.
    expect: { poll: { timeout: 10_000 } },
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
});
