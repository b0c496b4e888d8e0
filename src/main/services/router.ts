import { implement } from '@orpc/server';
import { contract } from '../../contract/index.ts';
import { SortkeyError } from '../../contract/sortkey-error.ts';

const os = implement(contract);

const notYet = (): never => {
  throw new SortkeyError('INTERNAL', 'Not there yet.');
};

/** Every method of the contract, bound to its service. Both hosts serve this router. */
export function createRouter() {
  return os.router({
    app: {
      info: os.app.info.handler(notYet),
      readSettings: os.app.readSettings.handler(notYet),
      writeSettings: os.app.writeSettings.handler(notYet),
      openLink: os.app.openLink.handler(notYet),
    },
    connections: {
      list: os.connections.list.handler(notYet),
      profiles: os.connections.profiles.handler(notYet),
      add: os.connections.add.handler(notYet),
      remove: os.connections.remove.handler(notYet),
      test: os.connections.test.handler(notYet),
    },
    items: {
      put: os.items.put.handler(notYet),
      get: os.items.get.handler(notYet),
      update: os.items.update.handler(notYet),
      delete: os.items.delete.handler(notYet),
    },
    query: {
      open: os.query.open.handler(notYet),
      load: os.query.load.handler(notYet),
      rows: os.query.rows.handler(notYet),
      close: os.query.close.handler(notYet),
    },
    sandbox: {
      status: os.sandbox.status.handler(notYet),
      watch: os.sandbox.watch.handler(notYet),
      loadSample: os.sandbox.loadSample.handler(notYet),
    },
    tables: {
      list: os.tables.list.handler(notYet),
      describe: os.tables.describe.handler(notYet),
      create: os.tables.create.handler(notYet),
      delete: os.tables.delete.handler(notYet),
    },
    transfer: {
      previewImport: os.transfer.previewImport.handler(notYet),
      startImport: os.transfer.startImport.handler(notYet),
    },
  });
}

export type ServicesRouter = ReturnType<typeof createRouter>;
