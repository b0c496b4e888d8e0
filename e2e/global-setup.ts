import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './hosts/host-process.ts';
import { buildStandIn } from './stand-in/build.ts';

const built = ['main/index.js', 'main/browser.js', 'preload/index.cjs', 'renderer/index.html'];

/** Checks that the app is built, and builds what stands in for Electron. */
export default async function globalSetup(): Promise<void> {
  const missing = built.filter((file) => !existsSync(join(root, 'out', file)));
  if (missing.length > 0) {
    throw new Error(`out/${missing.join(', out/')} missing. Build first: npm run build`);
  }
  await buildStandIn();
}
