import { describe, expect, onTestFinished, test } from 'vitest';
import type { SortkeyError } from '../../src/contract/sortkey-error.ts';
import type { SortkeyClient } from '../../src/renderer/client/client-type.ts';
import { createClient } from '../../src/renderer/client/create-client.ts';
import type { OpenConnection } from '../../src/renderer/client/connection.ts';
import { createLinkServer } from '../../src/main/hosting/link-server.ts';
import type { LinkServer } from '../../src/main/hosting/link-server.ts';
import { createTestRouter } from './test-router.ts';

/** Both ends of a link of one kind, and how it can break. */
export type LinkEnds = {
  readonly connect: OpenConnection;
  /** The main side goes away without a word. */
  readonly breakLink: () => void | Promise<void>;
  readonly close: () => void | Promise<void>;
};

export type OpenLink = (server: LinkServer) => Promise<LinkEnds>;

const megabyte = 1_000_000;
const connectionId = 'sandbox';
const describeInput = (tableName: string) => ({ connectionId, tableName });

/** Long enough for a message to be sent, too short for anything to be received. */
async function untilSent() {
  for (let turn = 0; turn < 100; turn += 1) await Promise.resolve();
}

async function failure(work: Promise<unknown>): Promise<SortkeyError> {
  const error: unknown = await work.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  expect(error).toMatchObject({ name: 'SortkeyError' });
  return error as SortkeyError;
}

async function setUp(openLink: OpenLink) {
  const log: string[] = [];
  const { router, began, abandoned } = createTestRouter();
  const ends = await openLink(createLinkServer(router, (entry) => log.push(entry)));
  onTestFinished(() => ends.close());
  const client: SortkeyClient = createClient(ends.connect);
  return { client, ends, log, began, abandoned };
}

/** What every link must do, whatever carries it. */
export function describeLink(name: string, openLink: OpenLink): void {
  describe(`${name}: answers`, () => {
    test('a call', async () => {
      const { client } = await setUp(openLink);
      expect(await client.app.info()).toEqual({
        version: '1.2.3',
        host: 'browser',
        platform: 'test',
        dataFolder: '/é/😀',
      });
    });

    for (const size of [1, 16]) {
      test(`an answer of ${size} MB`, async () => {
        const { client } = await setUp(openLink);
        const input = { resultSetId: 'r', first: size * megabyte, count: 1 };
        const { items } = await client.query.rows(input);
        expect(items.length).toBe(size * megabyte);
        expect(items.endsWith('é')).toBe(true);
      });
    }

    test('200 calls at once, each its own', async () => {
      const { client } = await setUp(openLink);
      const names = Array.from({ length: 200 }, (_, index) => `c${index}`);
      const calls = names.map((connectionId) => client.app.writeSettings({ connectionId }));
      const answers = await Promise.all(calls);
      expect(answers.map((answer) => answer.connectionId)).toEqual(names);
    });

    test('the events of an iterator, in order', async () => {
      const { client } = await setUp(openLink);
      const counts: number[] = [];
      for await (const { rowCount } of await client.query.load({ resultSetId: 'r', what: 'all' })) {
        counts.push(rowCount);
      }
      expect(counts).toEqual([1, 2]);
    });
  });

  describe(`${name}: errors`, () => {
    test('a typed error keeps its code, message and detail', async () => {
      const { client, log } = await setUp(openLink);
      expect(await failure(client.tables.describe(describeInput('Books')))).toMatchObject({
        code: 'TABLE_NOT_FOUND',
        message: 'There is no table Books.',
        detail: {
          awsName: 'ResourceNotFoundException',
          requestId: 'R1',
          httpStatus: 400,
          data: { tableName: 'Books' },
        },
      });
      expect(log).toEqual([]);
    });

    test('a mistake of ours is INTERNAL: its words stay on the main side', async () => {
      const { client, log } = await setUp(openLink);
      const error = await failure(client.tables.describe(describeInput('mistake')));
      expect(error.code).toBe('INTERNAL');
      expect(error.message).toContain('tables.describe');
      expect(JSON.stringify([error.message, error.detail, error.cause])).not.toContain('swordfish');
      expect(log.join()).toContain('swordfish');
    });

    test('an input that breaks its schema is told in words', async () => {
      const { client } = await setUp(openLink);
      const error = await failure(client.query.rows({ resultSetId: '', first: -1, count: 1 }));
      expect(error.code).toBe('INPUT_INVALID');
      expect(error.message).toBe(
        'query.rows refused what it was given: resultSetId: Too small: expected string to have ' +
          '>=1 characters; first: Too small: expected number to be >=0.',
      );
    });

    test('an unknown method is told by its name', async () => {
      const { client } = await setUp(openLink);
      const unknown = client as unknown as { tables: { nonsense: () => Promise<unknown> } };
      const error = await failure(unknown.tables.nonsense());
      expect(error.code).toBe('METHOD_NOT_FOUND');
      expect(error.message).toContain('"tables.nonsense"');
    });

    test('a typed error in an iterator, after its events', async () => {
      const { client } = await setUp(openLink);
      const events = await client.query.load({ resultSetId: 'fails', what: 'all' });
      expect((await events.next()).value).toMatchObject({ rowCount: 1 });
      expect((await events.next()).value).toMatchObject({ rowCount: 2 });
      expect(await failure(events.next())).toMatchObject({
        code: 'THROTTLED',
        message: 'Too fast.',
        detail: { awsName: 'Throttling' },
      });
      expect(await events.next()).toMatchObject({ done: true });
    });

    test('a mistake of ours in an iterator is INTERNAL', async () => {
      const { client, log } = await setUp(openLink);
      const events = await client.query.load({ resultSetId: 'mistake', what: 'all' });
      await events.next();
      await events.next();
      const error = await failure(events.next());
      expect(error.code).toBe('INTERNAL');
      expect(error.message).not.toContain('swordfish');
      expect(log.join()).toContain('swordfish');
    });
  });

  describe(`${name}: cancelling`, () => {
    test('the main side sees that a call was given up', async () => {
      const { client, log, began, abandoned } = await setUp(openLink);
      const cancel = new AbortController();
      const call = failure(client.app.readSettings(undefined, { signal: cancel.signal }));
      await began;
      cancel.abort();
      expect((await call).code).toBe('CANCELLED');
      await abandoned;
      expect(log).toEqual([]);
    });

    test('also where it was given up in the moment it was made', async () => {
      const { client, abandoned } = await setUp(openLink);
      const cancel = new AbortController();
      // The link must be open, so that both messages leave in one go.
      await client.app.info();
      const call = failure(client.app.readSettings(undefined, { signal: cancel.signal }));
      await untilSent();
      cancel.abort();
      expect((await call).code).toBe('CANCELLED');
      await abandoned;
    });

    test('the main side sees that an iterator was closed', async () => {
      const { client, abandoned } = await setUp(openLink);
      const events = await client.query.load({ resultSetId: 'endless', what: 'all' });
      await events.next();
      await events.next();
      const waiting = failure(events.next());
      await untilSent();
      await events.return();
      await abandoned;
      expect((await waiting).code).toBe('CANCELLED');
      expect(await events.next()).toMatchObject({ done: true });
    });

    test('a signal ends an iterator too', async () => {
      const { client, abandoned } = await setUp(openLink);
      const cancel = new AbortController();
      const events = await client.query.load(
        { resultSetId: 'endless', what: 'all' },
        { signal: cancel.signal },
      );
      await events.next();
      await events.next();
      const waiting = failure(events.next());
      cancel.abort();
      expect((await waiting).code).toBe('CANCELLED');
      await abandoned;
    });
  });

  describe(`${name}: a link that closes`, () => {
    test('in the middle of a call', async () => {
      const { client, ends, began, abandoned } = await setUp(openLink);
      const call = failure(client.app.readSettings());
      await began;
      await ends.breakLink();
      expect((await call).code).toBe('LINK_CLOSED');
      await abandoned;
    });

    test('in the middle of an iterator', async () => {
      const { client, ends, abandoned } = await setUp(openLink);
      const events = await client.query.load({ resultSetId: 'endless', what: 'all' });
      await events.next();
      await events.next();
      const waiting = failure(events.next());
      await ends.breakLink();
      expect((await waiting).code).toBe('LINK_CLOSED');
      await abandoned;
      expect(await events.return()).toMatchObject({ done: true });
    });

    test('from this side', async () => {
      const { client, ends, began } = await setUp(openLink);
      const connection = await ends.connect();
      const call = failure(client.app.readSettings());
      await began;
      connection.close();
      expect((await call).code).toBe('LINK_CLOSED');
    });
  });
}
