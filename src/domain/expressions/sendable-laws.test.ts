import { isDeepStrictEqual } from 'node:util';
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { arbitraryName } from '../testing/arbitrary-item.ts';
import type { PathElement } from './ast.ts';
import { parseConditionExpression } from './parse-condition.ts';
import { parseProjectionExpression } from './parse-projection.ts';
import { parseUpdateExpression } from './parse-update.ts';
import { printConditionExpression } from './print-condition.ts';
import { printProjectionExpression, printUpdateExpression } from './print-update.ts';
import { sendableExpressions, type ExpressionInput } from './sendable-expressions.ts';
import {
  arbitraryCondition,
  arbitraryProjection,
  arbitraryUpdate,
} from './testing/arbitrary-expression.ts';
import { resolveTree, valueFor } from './testing/resolve-tree.ts';
import { visitCondition, visitUpdate, type Visitor } from './walk.ts';

/** Placeholders that stay, and ones that must be renamed; one text for each index. */
const shapes = [
  (index: number) => `#${index}`,
  (index: number) => `#n${index}`,
  (index: number) => `#ключ${index}`,
  (index: number) => `#😀${index}`,
];

/** Expressions over names of every kind, and what they mean. */
const arbitraryInput = fc
  .record({
    condition: arbitraryCondition,
    update: arbitraryUpdate,
    projection: arbitraryProjection,
    names: fc.uniqueArray(
      arbitraryName().filter((name) => name !== ''),
      { minLength: 1, maxLength: 30 },
    ),
    shape: fc.constantFrom(...shapes),
  })
  .map(({ condition, update, projection, names, shape }) => {
    // Each placeholder that the trees use gets its name from the list, round and round.
    const renamed = new Map<string, string>();
    const values = new Map<string, ReturnType<typeof valueFor>>();
    const visitor: Visitor = {
      path: ({ elements }) => {
        for (const element of elements) {
          if (element.kind === 'placeholder' && !renamed.has(element.placeholder)) {
            renamed.set(element.placeholder, shape(renamed.size));
          }
        }
      },
      value: ({ placeholder }) => values.set(placeholder, valueFor(placeholder)),
    };
    visitCondition(condition, visitor);
    visitUpdate(update, visitor);
    projection.paths.forEach((path) => visitor.path?.(path));
    const style = {
      name: (name: string) => name,
      placeholder: (placeholder: string) => renamed.get(placeholder) ?? placeholder,
      value: (placeholder: string) => placeholder,
    };
    return {
      conditionExpression: printConditionExpression(condition, style),
      updateExpression: printUpdateExpression(update, style),
      projectionExpression: printProjectionExpression(projection, style),
      expressionAttributeNames: Object.fromEntries(
        [...renamed.values()].map((placeholder, index) => [
          placeholder,
          names[index % names.length] ?? '',
        ]),
      ),
      expressionAttributeValues: Object.fromEntries(values),
    } satisfies ExpressionInput;
  });

function parseAll(condition: string, update: string, projection: string) {
  return [
    parseConditionExpression(condition),
    parseUpdateExpression(update),
    parseProjectionExpression(projection),
  ];
}

function rawNames(node: unknown): PathElement[] {
  if (Array.isArray(node)) return node.flatMap(rawNames);
  if (typeof node !== 'object' || node === null) return [];
  const own = 'kind' in node && node.kind === 'name' && 'name' in node ? [node as PathElement] : [];
  return [...own, ...Object.values(node).flatMap(rawNames)];
}

test('what is sent is ASCII, has no raw name, uses all it defines, and means the same', () => {
  let sentCount = 0;
  fc.assert(
    fc.property(arbitraryInput, (input) => {
      let sent;
      try {
        sent = sendableExpressions(input);
      } catch (error) {
        // Trees made at random may break rules that are not those of the grammar.
        const isRule = /overlap|there twice|contradict|with itself|takes at most 4096|and size is/;
        expect(String(error)).toMatch(isRule);
        return;
      }
      sentCount += 1;
      const texts = [
        sent.ConditionExpression ?? '',
        sent.UpdateExpression ?? '',
        sent.ProjectionExpression ?? '',
      ] as const;
      for (const text of texts) expect(text).toMatch(/^[\x20-\x7e]+$/);
      const placeholders = [
        ...Object.keys(sent.ExpressionAttributeNames ?? {}),
        ...Object.keys(sent.ExpressionAttributeValues ?? {}),
      ];
      for (const placeholder of placeholders) expect(placeholder).toMatch(/^[#:][A-Za-z0-9_]+$/);
      const trees = parseAll(...texts);
      expect(rawNames(trees)).toEqual([]);
      const used = new Set(texts.join(' ').match(/[#:][A-Za-z0-9_]+/g));
      expect(used).toEqual(new Set(placeholders));
      const original = parseAll(
        input.conditionExpression,
        input.updateExpression,
        input.projectionExpression,
      );
      const meant = resolveTree(
        original,
        input.expressionAttributeNames,
        input.expressionAttributeValues,
      );
      const means = resolveTree(
        trees,
        sent.ExpressionAttributeNames,
        sent.ExpressionAttributeValues,
      );
      if (!isDeepStrictEqual(means, meant)) expect(means).toEqual(meant);
    }),
    { numRuns: 1_000 },
  );
  expect(sentCount).toBeGreaterThan(300);
});
