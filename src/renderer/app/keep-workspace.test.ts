import { expect, it } from 'vitest';
import { changedSettings } from './keep-workspace.ts';
import { initialWorkspace } from './workspace.ts';

it('keeps only what changed and must survive a restart', () => {
  const before = { ...initialWorkspace, connectionId: 'sandbox' };
  expect(changedSettings({ ...before, activeTable: 'Books', dialog: 'palette' }, before)).toEqual(
    {},
  );
  expect(
    changedSettings(
      { ...before, connectionId: 'live', colourScheme: 'dark', sidebarFolded: true },
      before,
    ),
  ).toEqual({ connectionId: 'live', colourScheme: 'dark', sidebarFolded: true });
  const tabs = [{ connectionId: 'sandbox', tableName: 'Books' }];
  expect(changedSettings({ ...before, tabs, operationsOpened: false }, before)).toEqual({
    tabs,
    operationsOpened: false,
  });
  expect(changedSettings({ ...before, connectionId: undefined }, before)).toEqual({});
  expect(changedSettings(before, initialWorkspace)).toEqual({});
});
