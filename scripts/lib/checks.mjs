import { inRoot } from './root.mjs';
import { runNode } from './run.mjs';

const bin = (path) => inRoot('node_modules', path);
const sourceFolders = ['src', 'e2e', 'bench', 'scripts'];
const typeProjects = ['src/domain', 'src/contract', 'src/main', 'src/preload', 'src/renderer', '.'];

async function command(script, args) {
  const { code, output } = await runNode(bin(script), args, { quiet: true });
  return { passed: code === 0, output };
}

async function types() {
  const outputs = [];
  for (const project of typeProjects) {
    const { passed, output } = await command('typescript/bin/tsc', [
      '--pretty',
      'false',
      '-p',
      project,
    ]);
    if (!passed) outputs.push(output);
  }
  return { passed: outputs.length === 0, output: outputs.join('') };
}

async function layers() {
  // Loaded late: it needs an installed package.
  const { layerProblems } = await import('./layers.mjs');
  const problems = layerProblems();
  return { passed: problems.length === 0, output: problems.join('\n') };
}

/** What is proved about the source without running it, by name. */
export const checks = [
  { name: 'formatting', run: () => command('oxfmt/bin/oxfmt', ['--check']) },
  { name: 'lint', run: () => command('oxlint/bin/oxlint', ['--type-aware', ...sourceFolders]) },
  { name: 'layer rules', run: layers },
  { name: 'types', run: types },
];
