import { defineConfig } from 'vitest/config';

const services = ['src/main/**/*.test.ts', 'e2e/**/*.test.ts'];

export default defineConfig({
  test: {
    // A test that needs a document says so itself: `// @vitest-environment jsdom`.
    environment: 'node',
    setupFiles: ['scripts/lib/property-seed.mjs'],
    testTimeout: 20_000,
    hookTimeout: 20_000,
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: ['src/**/*.test.{ts,tsx}', 'scripts/**/*.test.mjs'],
          exclude: services,
          // A fresh world for each file took two thirds of the time: a test that changes a store
          // puts it back.
          isolate: false,
        },
      },
      // These start engines, open sockets and run what was generated.
      { extends: true, test: { name: 'services', include: services } },
    ],
  },
});
