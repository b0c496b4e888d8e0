import react from '@vitejs/plugin-react';
import { defineConfig } from 'electron-vite';

// Main is bundled whole (AWS SDK included), so that the packaged app needs no node_modules.
// A sandboxed preload must be one CommonJS file that requires nothing but `electron`.
export default defineConfig({
  main: {
    build: {
      externalizeDeps: false,
      rolldownOptions: {
        input: { index: 'src/main/index.ts', browser: 'src/main/browser/index.ts' },
        output: { format: 'es' },
      },
    },
  },
  preload: {
    build: {
      externalizeDeps: false,
      rolldownOptions: {
        input: { index: 'src/preload/index.ts' },
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
    },
  },
  renderer: {
    root: 'src/renderer',
    plugins: [react()],
    build: {
      minify: true,
      rolldownOptions: { input: { index: 'src/renderer/index.html' } },
    },
  },
});
