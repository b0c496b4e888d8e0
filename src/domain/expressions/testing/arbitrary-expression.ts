import * as fc from 'fast-check';
import {
  comparators,
  updateClauses,
  type Condition,
  type Operand,
  type PathElement,
  type PathNode,
  type ProjectionExpression,
  type SetValue,
  type UpdateClause,
  type UpdateExpression,
  type UpdateOperand,
  type ValueNode,
} from '../ast.ts';

// Words of the language cannot begin a path, and all others can, reserved or not.
const languageWords = ['AND', 'OR', 'NOT', 'BETWEEN', 'IN', ...updateClauses] as readonly string[];

const name = fc.oneof(
  fc
    .stringMatching(/^[A-Za-z_][A-Za-z0-9_]{0,6}$/)
    .filter((text) => !languageWords.includes(text.toUpperCase())),
  fc.constantFrom('size', 'contains', 'list_append', '__proto__', 'constructor', 'name', 'ABORT'),
);
const nameElement: fc.Arbitrary<PathElement> = fc.oneof(
  name.map((name) => ({ kind: 'name', name }) as const),
  fc
    .stringMatching(/^#[A-Za-z0-9_]{1,4}$/)
    .map((placeholder) => ({ kind: 'placeholder', placeholder }) as const),
);
const laterElement: fc.Arbitrary<PathElement> = fc.oneof(
  nameElement,
  // After a dot, words of the language are names too.
  fc.constantFrom(...languageWords).map((name) => ({ kind: 'name', name }) as const),
  fc.nat({ max: 999 }).map((index) => ({ kind: 'index', index }) as const),
);

/** A path of one to four elements that can be printed as it is. */
export const arbitraryPath: fc.Arbitrary<PathNode> = fc
  .tuple(nameElement, fc.array(laterElement, { maxLength: 3 }))
  .map(([first, rest]) => ({ kind: 'path', elements: [first, ...rest] }));

/** A value whose placeholder begins with a letter that tells its type: see `valueFor`. */
function arbitraryValue(letter: 'v' | 'n' | 'l' | 's'): fc.Arbitrary<ValueNode> {
  return fc
    .stringMatching(/^[A-Za-z0-9_]{0,3}$/)
    .map((rest) => ({ kind: 'value', placeholder: `:${letter}${rest}` }));
}
const anyValue = arbitraryValue('v');

const operand: fc.Arbitrary<Operand> = fc.oneof(
  arbitraryPath,
  anyValue,
  fc.oneof(arbitraryPath, anyValue).map((operand) => ({ kind: 'size', operand }) as const),
);

const simple: fc.Arbitrary<Condition> = fc.oneof(
  fc.record({
    kind: fc.constant('comparison' as const),
    operator: fc.constantFrom(...comparators),
    left: operand,
    right: operand,
  }),
  fc.record({
    kind: fc.constant('between' as const),
    operand,
    lower: operand,
    upper: operand,
  }),
  fc.record({
    kind: fc.constant('in' as const),
    operand,
    list: fc.array(operand, { minLength: 1, maxLength: 4 }),
  }),
  fc.record({
    kind: fc.constant('function' as const),
    name: fc.constantFrom('attribute_exists' as const, 'attribute_not_exists' as const),
    operands: fc.tuple(arbitraryPath),
  }),
  fc.record({
    kind: fc.constant('function' as const),
    name: fc.constant('attribute_type' as const),
    operands: fc.tuple(operand, anyValue),
  }),
  fc.record({
    kind: fc.constant('function' as const),
    name: fc.constantFrom('begins_with' as const, 'contains' as const),
    operands: fc.tuple(operand, operand),
  }),
);

/** Any condition, nested a few levels. */
export const arbitraryCondition: fc.Arbitrary<Condition> = fc.letrec<{ condition: Condition }>(
  (tie) => ({
    condition: fc.oneof(
      { depthSize: 'small', withCrossShrink: true },
      simple,
      fc.record({
        kind: fc.constantFrom('and' as const, 'or' as const),
        conditions: fc.array(tie('condition'), { minLength: 2, maxLength: 4 }),
      }),
      fc.record({ kind: fc.constant('not' as const), condition: tie('condition') }),
    ),
  }),
).condition;

/** An operand of SET: a value of any type, or only lists where a list must be. */
function updateOperand(value: fc.Arbitrary<ValueNode>): fc.Arbitrary<UpdateOperand> {
  return fc.letrec<{ operand: UpdateOperand }>((tie) => ({
    operand: fc.oneof(
      { depthSize: 'small', withCrossShrink: true },
      value,
      arbitraryPath,
      fc.record({
        kind: fc.constant('if_not_exists' as const),
        path: arbitraryPath,
        operand: tie('operand'),
      }),
    ),
  })).operand;
}
const listOperand = updateOperand(arbitraryValue('l'));
const numberOperand = updateOperand(arbitraryValue('n'));

const setValue: fc.Arbitrary<SetValue> = fc.oneof(
  updateOperand(anyValue),
  fc.record({
    kind: fc.constant('list_append' as const),
    first: listOperand,
    second: listOperand,
  }),
  fc.record({
    kind: fc.constant('arithmetic' as const),
    operator: fc.constantFrom('+' as const, '-' as const),
    left: numberOperand,
    right: numberOperand,
  }),
);

function atLeastOne<T>(action: fc.Arbitrary<T>): fc.Arbitrary<T[]> {
  return fc.array(action, { minLength: 1, maxLength: 3 });
}

const clause: fc.Arbitrary<UpdateClause> = fc.oneof(
  fc.record({
    kind: fc.constant('SET' as const),
    actions: atLeastOne(fc.record({ path: arbitraryPath, value: setValue })),
  }),
  fc.record({ kind: fc.constant('REMOVE' as const), paths: atLeastOne(arbitraryPath) }),
  fc.record({
    kind: fc.constantFrom('ADD' as const, 'DELETE' as const),
    actions: atLeastOne(fc.record({ path: arbitraryPath, value: arbitraryValue('s') })),
  }),
);

/** Any update, with types of values that go together; its paths may overlap. */
export const arbitraryUpdate: fc.Arbitrary<UpdateExpression> = fc
  .uniqueArray(clause, { minLength: 1, maxLength: 4, selector: ({ kind }) => kind })
  .map((clauses) => ({ clauses }));

/** Any projection; its paths may overlap. */
export const arbitraryProjection: fc.Arbitrary<ProjectionExpression> = fc
  .array(arbitraryPath, { minLength: 1, maxLength: 5 })
  .map((paths) => ({ paths }));
