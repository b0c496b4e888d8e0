/**
 * A stand-in for the Electron binary under plain Node: runs a built main entry unmodified, with the
 * module `electron` replaced, and shows its page in a Chromium that the test drives. It cannot
 * show the isolation of the preload's world, native menus, real dialogs, or packaging.
 *
 * `node out/stand-in/run.js out/main/index.js [flags]`
 */
import { register } from 'node:module';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { app, becomeReady } from './main/app.ts';
import { fail } from './main/control.ts';
import { pageServer } from './main/page-server.ts';

const [node = '', , entry, ...flags] = process.argv;
if (entry === undefined) fail('usage: node out/stand-in/run.js out/main/index.js [flags]');
// A packaged app is its own program; otherwise the first argument names the app.
process.argv = app.isPackaged ? [node, ...flags] : [node, entry, ...flags];

const electron = pathToFileURL(resolve(import.meta.dirname, 'electron.js')).href;
const hook = `export const resolve = (specifier, context, next) =>
  specifier === 'electron' ? { url: ${JSON.stringify(electron)}, shortCircuit: true } : next(specifier, context);`;
register(`data:text/javascript,${encodeURIComponent(hook)}`);

// As in Electron, an entry that waits for readiness at its top level waits for ever.
await import(pathToFileURL(resolve(entry)).href);
await pageServer.listen();
becomeReady();
