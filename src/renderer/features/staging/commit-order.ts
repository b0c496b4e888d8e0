import { keyIdentity } from '../../../domain/keys.ts';
import type { KeySchema } from '../../../domain/table-schema.ts';
import type { StagedChange } from './staged-change.ts';

/**
 * Changes that are about the same keys, one after the other in an order in which they can succeed:
 * a row is deleted or moved away before another one takes its key. All other groups are of one
 * change, and may be written at the same time.
 */
export function groupsOf(
  schema: KeySchema,
  changes: readonly StagedChange[],
): readonly (readonly StagedChange[])[] {
  const groups = new Map<string, StagedChange[]>();
  for (const change of changes) {
    const keys = [keyBefore(schema, change), keyAfter(schema, change)];
    const touched = new Set(
      keys.flatMap((key) => (key === undefined ? [] : [groups.get(key) ?? []])),
    );
    const group = [...new Set([...touched].flat()), change];
    for (const member of group) {
      for (const key of [keyBefore(schema, member), keyAfter(schema, member)])
        if (key !== undefined) groups.set(key, group);
    }
  }
  return [...new Set(groups.values())].map((group) => inOrder(schema, group));
}

function inOrder(schema: KeySchema, group: readonly StagedChange[]): readonly StagedChange[] {
  const left = [...group];
  const order: StagedChange[] = [];
  while (left.length > 0) {
    // Where all wait for each other, as two rows that change places, the first one has to fail.
    const free = Math.max(
      0,
      left.findIndex((change) => {
        const after = keyAfter(schema, change);
        if (after === undefined) return true;
        return !left.some((other) => other !== change && keyBefore(schema, other) === after);
      }),
    );
    order.push(...left.splice(free, 1));
  }
  return order;
}

function keyBefore(schema: KeySchema, { original }: StagedChange): string | undefined {
  return original && keyIdentity(original, schema);
}

function keyAfter(schema: KeySchema, { edited }: StagedChange): string | undefined {
  return edited && keyIdentity(edited, schema);
}
