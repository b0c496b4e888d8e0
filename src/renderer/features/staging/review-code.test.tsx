// @vitest-environment jsdom
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { Connection } from '../../../contract/connections.ts';
import { ClientProvider } from '../../client/client-context.tsx';
import type { SortkeyClient } from '../../client/client-type.ts';
import { createStage, named } from '../values/testing/stage.tsx';
import type { ItemAccess } from './item-access.ts';
import { ReviewCode } from './review-code.tsx';
import type { StagedChange } from './staged-change.ts';
import type { CommitMode } from './use-commit.ts';

let stage: ReturnType<typeof createStage>;
beforeEach(() => {
  stage = createStage();
});
afterEach(() => stage.close());

const item = (id: string, price: string) => ({ id: { S: id }, price: { N: price } });
const staged: StagedChange[] = [
  { rowKey: 'a', original: item('a', '1'), edited: item('a', '2') },
  { rowKey: 'same', original: item('same', '1'), edited: item('same', '1') },
  { rowKey: 'b', original: item('b', '1'), edited: undefined },
];
const access = {
  connectionId: 'c',
  tableName: 'Books',
  schema: { partitionKey: { name: 'id', type: 'S' } },
  connection: {
    kind: 'default',
    region: 'eu-west-1',
    capabilities: { parallelSegments: 1, lacks: [] },
  } as unknown as Connection,
} as unknown as ItemAccess;
const client = {
  app: { readSettings: async () => ({ codeStyles: [] }) },
} as unknown as SortkeyClient;

function codeOf(mode: CommitMode): string {
  stage.show(
    <ClientProvider value={client}>
      <ReviewCode access={access} staged={staged} mode={mode} />
    </ClientProvider>,
  );
  return named('Code').querySelector('pre')?.textContent ?? '';
}

it('reads a commit one by one as its writes in order, what is not changed left out', () => {
  const code = codeOf('one-by-one');
  expect(code).toMatch(/client\.update_item,[^]*"Key": \{"id": "a"\}[^]*client\.delete_item,/);
  expect(code).toContain('"ConditionExpression"');
  expect(code).not.toContain('"same"');
});

it('reads a commit of all or nothing as one transaction', () => {
  const code = codeOf('together');
  expect(code).toContain('client.transact_write_items(');
  expect(code).toContain('"Update": {');
  expect(code).toContain('"Delete": {');
});
