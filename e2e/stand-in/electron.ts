/** What `import … from 'electron'` finds under the stand-in: as much of it as the app uses. */
export { app } from './main/app.ts';
export { BrowserWindow } from './main/browser-window.ts';
export { ipcMain } from './main/ipc-main.ts';
export { MessageChannelMain } from './main/message-channel.ts';
export { protocol } from './main/protocol.ts';
export { dialog, Menu, nativeTheme, screen, session, shell } from './main/system.ts';
