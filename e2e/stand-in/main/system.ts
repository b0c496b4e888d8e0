import type { Dialog, Menu as ElectronMenu, NativeTheme, Screen, Session, Shell } from 'electron';
import type { MenuItemConstructorOptions } from 'electron';
import { needReady } from './app.ts';
import { fail, onCommand, report, showDialog } from './control.ts';

type Template = readonly MenuItemConstructorOptions[];

export const dialog: Pick<Dialog, 'showErrorBox'> = {
  showErrorBox: (title, content) => showDialog('showErrorBox', [title, content]),
};

export const shell: Pick<Shell, 'openExternal'> = {
  async openExternal(url) {
    report({ kind: 'external', url });
  },
};

export const nativeTheme: Pick<NativeTheme, 'shouldUseDarkColors'> = { shouldUseDarkColors: false };

const workArea = { x: 0, y: 0, width: 1_920, height: 1_040 };

export const screen = {
  getPrimaryDisplay() {
    needReady('screen');
    return { id: 1, workArea };
  },
  getAllDisplays: () => [{ id: 1, workArea }],
} satisfies { [Name in keyof Pick<Screen, 'getPrimaryDisplay' | 'getAllDisplays'>]: unknown };

const roles = new Set(
  (
    'about appMenu editMenu fileMenu help reload resetZoom toggleDevTools togglefullscreen ' +
    'viewMenu windowMenu zoomIn zoomOut'
  ).split(' '),
);

function checkTemplate(template: Template): void {
  for (const { role, type, label, submenu } of template) {
    if (role !== undefined && !roles.has(role)) fail(`no menu item has the role ${role}`);
    if (role === undefined && type === undefined && label === undefined) fail('an empty menu item');
    if (Array.isArray(submenu)) checkTemplate(submenu);
  }
}

const menu: { template: Template } = { template: [] };

export const Menu: {
  [Name in keyof Pick<typeof ElectronMenu, 'buildFromTemplate' | 'setApplicationMenu'>]: unknown;
} = {
  buildFromTemplate(template: Template) {
    checkTemplate(template);
    return { template };
  },
  setApplicationMenu(built: { template: Template }) {
    menu.template = built.template;
  },
};

onCommand('menu', () => report({ kind: 'menu', template: menu.template }));

type RequestHandler = (
  contents: { getURL: () => string },
  permission: string,
  answer: (granted: boolean) => void,
) => void;
type CheckHandler = (contents: null, permission: string, origin: string) => boolean;

const handlers: { request: RequestHandler; check: CheckHandler } = {
  request: (_contents, _permission, answer) => answer(true),
  check: () => true,
};

export const session: {
  defaultSession: {
    [
      Name in keyof Pick<
        Session,
        'setPermissionRequestHandler' | 'setPermissionCheckHandler' | 'setDevicePermissionHandler'
      >
    ]: unknown;
  };
} = {
  defaultSession: {
    setPermissionRequestHandler(handler: RequestHandler) {
      handlers.request = handler;
    },
    setPermissionCheckHandler(handler: CheckHandler) {
      handlers.check = handler;
    },
    setDevicePermissionHandler: () => {},
  },
};

const page = 'app://sortkey/index.html';

onCommand('permission', ({ permission }) => {
  handlers.request({ getURL: () => page }, permission, (requested) => {
    const checked = handlers.check(null, permission, page);
    report({ kind: 'permission', requested, checked });
  });
});
