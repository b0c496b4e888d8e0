import { expect, it } from 'vitest';
import { changedSettings } from './keep-workspace.ts';
import { initialWorkspace } from './workspace.ts';

it('keeps only what changed and must survive a restart', () => {
  const before = { ...initialWorkspace, connectionId: 'sandbox' };
  expect(changedSettings({ ...before, dialog: 'palette' }, before)).toEqual({});
  expect(changedSettings({ ...before, activeTable: 'Books' }, before)).toEqual({
    activeTab: { connectionId: 'sandbox', tableName: 'Books' },
  });
  // The last tab that is closed is no tab any more: nothing else needs to be said of it.
  expect(changedSettings(before, { ...before, activeTable: 'Books' })).toEqual({});
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
