import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Where the parts of the built app lie. */
export type AppLayout = {
  readonly rendererFolder: string;
  readonly preloadFile: string;
  readonly version: string;
};

/** The parts beside a built main entry, told from the entry's own folder (`out/main`). */
export function appLayout(mainFolder: string): AppLayout {
  const manifest: unknown = JSON.parse(
    readFileSync(join(mainFolder, '../../package.json'), 'utf8'),
  );
  const named = typeof manifest === 'object' && manifest !== null && 'version' in manifest;
  return {
    rendererFolder: join(mainFolder, '../renderer'),
    preloadFile: join(mainFolder, '../preload/index.cjs'),
    version: named ? String(manifest.version) : 'unknown',
  };
}
