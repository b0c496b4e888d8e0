import { implement } from '@orpc/server';
import { contract } from '../../src/contract/index.ts';
import { SortkeyError } from '../../src/contract/sortkey-error.ts';

const os = implement(contract);

export type Gate = { readonly passed: Promise<void>; readonly open: () => void };

export function createGate(): Gate {
  const gate = new EventTarget();
  const passed = new Promise<void>((resolve) => {
    gate.addEventListener('open', () => resolve());
  });
  return { passed, open: () => gate.dispatchEvent(new Event('open')) };
}

const progress = (rowCount: number) => ({
  rowCount,
  scannedCount: rowCount,
  pageCount: 1,
  elapsedMs: 0,
  complete: false,
  budgetSpent: false,
  segments: 1,
  memoryBytes: 0,
  fileBytes: 0,
  attributes: [],
});

/**
 * Methods of the real contract that answer what the conformance suite asks of a link, and say what
 * they saw of it: that a call began, and that its caller gave it up.
 */
export function createTestRouter() {
  const began = createGate();
  const abandoned = createGate();

  /** Resolves when the caller gives up, and never before. */
  const giveUp = (signal: AbortSignal | undefined) =>
    new Promise<never>((_, reject) => {
      const stop = () => {
        abandoned.open();
        reject(new Error('given up'));
      };
      if (signal?.aborted === true) stop();
      signal?.addEventListener('abort', stop);
    });

  const router = {
    app: {
      info: os.app.info.handler(() => ({
        version: '1.2.3',
        host: 'browser' as const,
        platform: 'test',
        dataFolder: '/é/😀',
      })),
      readSettings: os.app.readSettings.handler(async ({ signal }) => {
        began.open();
        return giveUp(signal);
      }),
      writeSettings: os.app.writeSettings.handler(({ input }) => ({
        colourScheme: input.colourScheme ?? 'auto',
        sidebarFolded: false,
        sampleDataOffered: false,
        connectionId: input.connectionId,
      })),
    },
    tables: {
      describe: os.tables.describe.handler(({ input }) => {
        const { tableName } = input;
        if (tableName === 'mistake') throw new Error('the password is swordfish');
        throw new SortkeyError('TABLE_NOT_FOUND', `There is no table ${tableName}.`, {
          awsName: 'ResourceNotFoundException',
          requestId: 'R1',
          httpStatus: 400,
          data: { tableName },
        });
      }),
    },
    query: {
      /** Text of as many characters as `first` says. */
      rows: os.query.rows.handler(({ input }) => ({ items: 'é'.repeat(input.first) })),
      load: os.query.load.handler(async function* ({ input, signal }) {
        yield progress(1);
        yield progress(2);
        if (input.resultSetId === 'fails') {
          throw new SortkeyError('THROTTLED', 'Too fast.', { awsName: 'Throttling' });
        }
        if (input.resultSetId === 'mistake') throw new Error('the password is swordfish');
        if (input.resultSetId === 'endless') await giveUp(signal);
      }),
    },
  };
  return { router, began: began.passed, abandoned: abandoned.passed };
}
