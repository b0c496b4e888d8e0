import { describe, expect, it } from 'vitest';
import { layerProblems, problemOf } from './layers.mjs';

describe('layer rules', () => {
  it.each([
    ['domain/number.ts', 'node:fs', 'domain may not import this package'],
    ['domain/number.ts', '../contract/errors.ts', 'domain may not import contract/errors.ts'],
    [
      'contract/items.ts',
      '../main/create-services.ts',
      'contract may not import main/create-services.ts',
    ],
    [
      'main/services/items/items-service.ts',
      'electron',
      'main/services may not import this package',
    ],
    ['main/browser/index.ts', 'electron', 'main/browser may not import this package'],
    [
      'main/browser/index.ts',
      '../desktop/window.ts',
      'main/browser may not import main/desktop/window.ts',
    ],
    ['renderer/app/shell.tsx', '../../main/index.ts', 'renderer may not import main/index.ts'],
    [
      'renderer/ui/choice.tsx',
      '../features/items/grid.tsx',
      'renderer/ui may not import renderer/features/items/grid.tsx',
    ],
    [
      'renderer/features/items/grid.tsx',
      '@aws-sdk/client-dynamodb',
      'renderer may not import this package',
    ],
    [
      'renderer/features/items/grid.tsx',
      '../transfer/import-dialog.tsx',
      'a feature may not reach into another one (transfer)',
    ],
    ['elsewhere/x.ts', './y.ts', 'this folder is not part of the house'],
  ])('%s may not import %s', (path, specifier, reason) => {
    expect(problemOf(path, specifier)).toBe(reason);
  });

  it.each([
    ['domain/number.ts', './domain-error.ts'],
    ['main/desktop/window.ts', 'electron'],
    ['renderer/features/items/grid.tsx', '../values/value-cell.tsx'],
    ['renderer/features/items/grid.tsx', '../../../domain/keys.ts'],
    ['renderer/features/tables/table-view.tsx', '../items/items-view.tsx'],
  ])('%s may import %s', (path, specifier) => {
    expect(problemOf(path, specifier)).toBeUndefined();
  });

  it('hold in this tree', () => {
    expect(layerProblems()).toEqual([]);
  });
});
