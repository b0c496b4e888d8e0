import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['src/**/*.test.{ts,tsx}', 'scripts/**/*.test.mjs', 'e2e/**/*.test.ts'],
    // A test that needs a document says so itself: `// @vitest-environment jsdom`.
    environment: 'node',
    setupFiles: ['scripts/lib/property-seed.mjs'],
    testTimeout: 20_000,
    hookTimeout: 20_000,
  },
});
