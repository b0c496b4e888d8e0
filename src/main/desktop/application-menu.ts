import { app, Menu } from 'electron';
import type { MenuItemConstructorOptions } from 'electron';

/** The menu that every desktop application has, by the roles that the system knows. */
export function applicationMenu(platform: NodeJS.Platform): MenuItemConstructorOptions[] {
  const appMenu: MenuItemConstructorOptions = { role: 'appMenu' };
  const helpMenu: MenuItemConstructorOptions = { role: 'help', submenu: [{ role: 'about' }] };
  const mac = platform === 'darwin';
  return [
    ...(mac ? [appMenu] : []),
    { role: 'fileMenu' },
    { role: 'editMenu' },
    {
      label: 'View',
      submenu: [
        { role: 'reload' },
        { type: 'separator' },
        { role: 'resetZoom' },
        { role: 'zoomIn' },
        { role: 'zoomOut' },
        { type: 'separator' },
        { role: 'togglefullscreen' },
        { role: 'toggleDevTools' },
      ],
    },
    { role: 'windowMenu' },
    ...(mac ? [] : [helpMenu]),
  ];
}

/** Sets the menu, and what "About" says. */
export function setApplicationMenu(version: string): void {
  app.setAboutPanelOptions({ applicationName: 'Sortkey', applicationVersion: version });
  Menu.setApplicationMenu(Menu.buildFromTemplate(applicationMenu(process.platform)));
}
