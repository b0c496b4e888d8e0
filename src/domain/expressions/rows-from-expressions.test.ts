import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { arbitraryValue, arbitraryName } from '../testing/arbitrary-item.ts';
import {
  conditionOperators,
  updateOperations,
  type ConditionGroup,
  type ConditionRow,
  type RowOperand,
  type UpdateRow,
} from './builder-rows.ts';
import { buildConditionExpression } from './condition-builder.ts';
import { ExpressionError } from './expression-error.ts';
import { printConditionExpression } from './print-condition.ts';
import { readConditionRows } from './rows-from-condition.ts';
import { readUpdateRows } from './rows-from-update.ts';
import { arbitraryCondition } from './testing/arbitrary-expression.ts';
import { valueFor } from './testing/resolve-tree.ts';
import { buildUpdateExpression } from './update-builder.ts';
import { visitCondition } from './walk.ts';

const name = arbitraryName().filter((text) => text !== '');
const path = fc
  .tuple(name, fc.array(fc.oneof(name, fc.nat({ max: 99 })), { maxLength: 2 }))
  .map(([first, rest]) => [first, ...rest]);
const value: fc.Arbitrary<RowOperand> = arbitraryValue().map((value) => ({ value }));
const operand: fc.Arbitrary<RowOperand> = fc.oneof(
  value,
  path.map((other) => ({ path: other })),
);

const row: fc.Arbitrary<ConditionRow> = fc
  .record({
    path,
    size: fc.boolean(),
    not: fc.boolean(),
    description: fc.constantFrom(...conditionOperators),
    operands: fc.array(operand, { minLength: 3, maxLength: 3 }),
  })
  .map(({ path: own, size, not, description, operands }) => {
    const { operator, minimumOperands, maximumOperands } = description;
    const takesSize = !/^[a-z]/.test(operator);
    const count = operator === 'IN' ? operands.length : maximumOperands;
    // Functions are refused an attribute compared with itself, and a type that is none.
    const allowed = takesSize ? operands : [{ value: { S: 'SS' } }];
    return {
      kind: 'row',
      path: own,
      operator,
      operands: minimumOperands === 0 ? [] : allowed.slice(0, count),
      ...(size && takesSize ? { size } : {}),
      ...(not ? { not } : {}),
    };
  });

/** Groups as they come back: of two parts or more, and none that says nothing. */
const { group } = fc.letrec<{ group: ConditionGroup }>((tie) => ({
  group: fc
    .record({
      join: fc.constantFrom('AND' as const, 'OR' as const),
      not: fc.boolean(),
      conditions: fc.array(fc.oneof({ depthSize: 'small' }, row, tie('group')), {
        minLength: 2,
        maxLength: 3,
      }),
    })
    .map(({ not, ...rest }) => ({ kind: 'group', ...rest, ...(not ? { not } : {}) })),
}));

/** A group in a group of the same join, without NOT, says nothing more than its parts. */
function flattened({ conditions, ...rest }: ConditionGroup): ConditionGroup {
  const parts = conditions.flatMap((part) => {
    if (part.kind === 'row') return [part];
    const flat = flattened(part);
    return flat.join === rest.join && flat.not !== true ? flat.conditions : [flat];
  });
  return { ...rest, conditions: parts };
}

test('rows of a condition are read back from what was built of them', () => {
  fc.assert(
    fc.property(group, (rows) => {
      expect(flattened(readConditionRows(buildConditionExpression(rows)))).toEqual(flattened(rows));
    }),
    { numRuns: 200 },
  );
});

test('a condition that has rows is built into one that has the same rows', () => {
  let readable = 0;
  fc.assert(
    fc.property(arbitraryCondition, (condition) => {
      const names: [string, string][] = [];
      const values: [string, ReturnType<typeof valueFor>][] = [];
      visitCondition(condition, {
        path: ({ elements }) => {
          for (const element of elements)
            if (element.kind === 'placeholder')
              names.push([element.placeholder, `name of ${element.placeholder}`]);
        },
        value: ({ placeholder }) => values.push([placeholder, valueFor(placeholder)]),
      });
      const given = {
        expression: printConditionExpression(condition),
        names: Object.fromEntries(names),
        values: Object.fromEntries(values),
      };
      let rows: ConditionGroup;
      try {
        rows = readConditionRows(given);
      } catch (error) {
        expect(error).toBeInstanceOf(ExpressionError);
        return;
      }
      readable += 1;
      expect(flattened(readConditionRows(buildConditionExpression(rows)))).toEqual(flattened(rows));
    }),
    { numRuns: 600 },
  );
  expect(readable).toBeGreaterThan(60);
});

const values = { ':a': { N: '1' }, ':b': { N: '2' }, ':s': { S: 'S' } };
const texts = (expression: string) => ({ expression, names: { '#y': 'year' }, values });
const price = { kind: 'row', path: ['price'] } as const;

test.each([
  [':a < price', { ...price, operator: '>', operands: [{ value: { N: '1' } }] }],
  [
    ':a <= size(price)',
    { ...price, size: true, operator: '>=', operands: [{ value: { N: '1' } }] },
  ],
  ['#y < size(price)', { ...price, size: true, operator: '>', operands: [{ path: ['year'] }] }],
  ['NOT NOT price = :a', { ...price, operator: '=', operands: [{ value: { N: '1' } }] }],
] as const)('%s is turned into a row', (expression, expected) => {
  expect(readConditionRows(texts(expression)).conditions).toEqual([expected]);
});

test('a value in a list or range of attributes means a group', () => {
  expect(buildConditionExpression(readConditionRows(texts(':a IN (x, y)'))).expression).toBe(
    '#x = :x OR #y = :y',
  );
  expect(buildConditionExpression(readConditionRows(texts(':a BETWEEN x AND y'))).expression).toBe(
    '#x <= :x AND #y >= :y',
  );
});

test.each([
  [':a = :b', /character 1: a row compares an attribute, or its size, with something/],
  ['size(x) = size(y)', /a row compares with a value or an attribute, not with a size/],
  ['contains(:s, x)', /a row asks contains of an attribute itself/],
  ['x = :nothing', /the value ":nothing" is not defined: add it to the values/],
  ['#x = :a', /the name "#x" is not defined: add it to the names/],
  ['x =', /expected/i],
])('%s has no rows, and says why', (expression, message) => {
  expect(() => readConditionRows(texts(expression))).toThrow(message);
});

const updateRow: fc.Arbitrary<UpdateRow> = fc
  .record({
    path,
    description: fc.constantFrom(...updateOperations),
    operand,
    value,
    start: fc.option(arbitraryValue(), { nil: undefined }),
  })
  .map(({ path: own, description, operand: any, value: typed, start }) => {
    const { operation, hasOperand } = description;
    if (!hasOperand) return { path: own, operation };
    const only = operation === 'ADD' || operation === 'DELETE';
    const changes = operation.startsWith('SET ') && operation !== 'SET if_not_exists';
    return {
      path: own,
      operation,
      // Its own attribute on the other side could be read either way round.
      operand: only || operation.startsWith('SET list') ? typed : any,
      ...(changes && start !== undefined ? { startFrom: start } : {}),
    };
  });

test('rows of an update are read back from what was built of them', () => {
  const order = ['SET', 'REMOVE', 'ADD', 'DELETE'];
  const clause = ({ operation }: UpdateRow) => order.indexOf(operation.split(' ')[0] ?? '');
  fc.assert(
    fc.property(fc.array(updateRow, { minLength: 1, maxLength: 6 }), (rows) => {
      const sorted = rows.toSorted((a, b) => clause(a) - clause(b));
      expect(readUpdateRows(buildUpdateExpression(rows))).toEqual(sorted);
    }),
    { numRuns: 300 },
  );
});

test.each([
  ['SET x = y + :a', /a row changes an attribute from what it is itself/],
  ['SET x = if_not_exists(y, :a)', /a row changes an attribute from what it is itself/],
  ['SET x = x + if_not_exists(y, :a)', /a row has no room for if_not_exists at this place/],
  ['ADD x :nothing', /the value ":nothing" is not defined/],
])('%s has no rows, and says why', (expression, message) => {
  expect(() => readUpdateRows(texts(expression))).toThrow(message);
});

test('no text means no rows', () => {
  expect(readConditionRows(texts(' '))).toEqual({ kind: 'group', join: 'AND', conditions: [] });
  expect(readUpdateRows(texts(' '))).toEqual([]);
});
