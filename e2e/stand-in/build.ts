import { join } from 'node:path';
import { build } from 'rolldown';
import { root } from '../hosts/host-process.ts';

const outputFolder = join(root, 'out/stand-in');
const source = (path: string) => join(root, 'e2e/stand-in', path);

/** Builds the stand-in for Electron: Node 20 runs no TypeScript, and a page none at all. */
export async function buildStandIn(): Promise<void> {
  await build({
    input: { run: source('run.ts'), electron: source('electron.ts') },
    platform: 'node',
    external: ['ws'],
    output: { dir: outputFolder, format: 'es', chunkFileNames: 'shared-[name].js' },
  });
  await build({
    input: source('page/runtime.ts'),
    platform: 'browser',
    output: { file: join(outputFolder, 'page-runtime.js'), format: 'iife', name: 'standIn' },
  });
}
