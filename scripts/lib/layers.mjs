import { readFileSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import { parseSync } from 'rolldown/utils';
import { filesBelow } from './fingerprint.mjs';
import { root } from './root.mjs';

// dependency-cruiser would serve, but it needs the JavaScript API of TypeScript 6 or less; the
// parser that Vite brings reads TypeScript 7's syntax and tells every import.

const node = /^node:/;
const aws = /^@(aws-sdk|smithy)\//;

/**
 * What each room may import: `own` are folders below src, `packages` are names or patterns. The
 * first room whose folder holds the file decides. Types count like values: a type from another
 * room is knowledge of that room.
 */
export const rooms = [
  { folder: 'domain', own: ['domain'], packages: [] },
  { folder: 'contract', own: ['domain', 'contract'], packages: ['zod', '@orpc/contract'] },
  { folder: 'main/ports', own: ['domain', 'contract', 'main/ports'], packages: [node] },
  {
    folder: 'main/services',
    own: ['domain', 'contract', 'main/ports', 'main/services'],
    packages: [node, aws, 'zod', '@orpc/server', 'dynalite'],
  },
  {
    folder: 'main/hosting',
    own: [
      'domain',
      'contract',
      'main/ports',
      'main/services',
      'main/hosting',
      'main/create-services.ts',
    ],
    packages: [node, 'zod', '@orpc/server', '@orpc/client', '@orpc/contract', '@orpc/shared'],
  },
  {
    folder: 'main/browser',
    own: [
      'domain',
      'contract',
      'main/ports',
      'main/hosting',
      'main/browser',
      'main/create-services.ts',
    ],
    packages: [node, 'ws', '@orpc/server'],
  },
  {
    folder: 'main/desktop',
    own: [
      'domain',
      'contract',
      'main/ports',
      'main/hosting',
      'main/desktop',
      'main/create-services.ts',
    ],
    packages: [node, 'electron', '@orpc/server'],
  },
  { folder: 'main/testing', own: ['main'], packages: [node] },
  { folder: 'main', own: ['domain', 'contract', 'main'], packages: [node] },
  {
    folder: 'preload',
    own: ['preload', 'contract/host-bridge.ts'],
    packages: ['electron'],
  },
  {
    folder: 'renderer/client',
    own: ['contract', 'renderer/client'],
    packages: [/^@orpc\//, 'react'],
  },
  {
    folder: 'renderer/ui',
    own: ['renderer/ui', 'contract/sortkey-error.ts'],
    packages: [
      /^@mantine\//,
      /^react/,
      /^@tabler\//,
      /^@codemirror\//,
      /^@lezer\//,
      /^@tanstack\//,
    ],
  },
  {
    folder: 'renderer',
    own: ['domain', 'contract', 'renderer'],
    packages: [
      /^@mantine\//,
      /^react/,
      /^@tabler\//,
      /^@tanstack\//,
      /^@codemirror\//,
      'zustand',
      'zod',
    ],
  },
];

// Every file of these folders may be imported by other features; of the rest, only by their own.
const sharedFeatures = ['values', 'code'];

function importsOf(file) {
  const text = readFileSync(file, 'utf8');
  const { module, errors } = parseSync(file, text);
  if (errors.length > 0) throw new Error(`${file}: ${errors[0].message}`);
  const found = module.staticImports.map((entry) => entry.moduleRequest.value);
  for (const entry of module.staticExports) {
    for (const { moduleRequest } of entry.entries)
      if (moduleRequest) found.push(moduleRequest.value);
  }
  for (const { moduleRequest } of module.dynamicImports) {
    found.push(text.slice(moduleRequest.start, moduleRequest.end).replaceAll(/^['"`]|['"`]$/g, ''));
  }
  return found;
}

const below = (path, folder) => path === folder || path.startsWith(`${folder}/`);

const featureOf = (path) => /^renderer\/features\/([^/]+)\//.exec(path)?.[1];

function featureProblem(from, to) {
  const [own, other] = [featureOf(from), featureOf(to)];
  if (other === undefined || own === other || sharedFeatures.includes(other)) return undefined;
  // A feature's views are put together by the shell, by the table's view, and by the items' view.
  if (own === undefined || own === 'tables') return undefined;
  if (own === 'items' && ['bulk', 'grid', 'query', 'staging'].includes(other)) return undefined;
  // A SELECT of PartiQL is read into a result set and shown in the grid as any other read; it
  // names any table, so it asks for their names and their keys as the list of tables does.
  if (own === 'partiql' && ['grid', 'query', 'tables'].includes(other)) return undefined;
  // What the grid tells of a changed cell is what is staged.
  if (own === 'staging' && other === 'grid') return undefined;
  // Whoever runs something tells the history of it, by this one door.
  if (to === 'renderer/features/library/record-run.ts') return undefined;
  return `a feature may not reach into another one (${other})`;
}

/** Why a file (its path below src) may not import this, or undefined. */
export function problemOf(path, specifier) {
  const room = rooms.find(({ folder }) => below(path, folder));
  if (room === undefined) return 'this folder is not part of the house';
  if (!specifier.startsWith('.')) {
    const allowed = room.packages.some((name) =>
      typeof name === 'string'
        ? name === specifier || specifier.startsWith(`${name}/`)
        : name.test(specifier),
    );
    return allowed ? undefined : `${room.folder} may not import this package`;
  }
  const target = relative(
    join(root, 'src'),
    join(root, 'src', dirname(path), specifier.split('?')[0]),
  )
    .split(sep)
    .join('/');
  if (target.startsWith('../resources/')) return undefined;
  if (!room.own.some((folder) => below(target, folder)))
    return `${room.folder} may not import ${target}`;
  return featureProblem(path, target);
}

/** Every import in src that crosses a wall, as `file: import: why`. Tests may reach anywhere. */
export function layerProblems() {
  const files = filesBelow([join(root, 'src')]).filter(
    (file) =>
      /\.tsx?$/.test(file) &&
      !/\.test\.tsx?$|-conformance\.ts$/.test(file) &&
      !file.includes(`${sep}testing${sep}`),
  );
  return files.flatMap((file) => {
    const path = relative(join(root, 'src'), file).split(sep).join('/');
    return importsOf(file).flatMap((specifier) => {
      const problem = problemOf(path, specifier);
      return problem === undefined ? [] : [`src/${path}: '${specifier}': ${problem}`];
    });
  });
}
