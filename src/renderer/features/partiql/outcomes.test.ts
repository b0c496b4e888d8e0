import { expect, it } from 'vitest';
import { SortkeyError } from '../../../contract/sortkey-error.ts';
import { splitStatements } from '../../../domain/partiql/index.ts';
import { outcomesInWords, outcomesOf, outcomesOfCancellation, unitsOf } from './outcomes.ts';

const statements = splitStatements(`INSERT INTO T VALUE {'id': 1}; INSERT INTO T VALUE {'id': 2}`);
const [first, second] = statements.map(({ text }) => text);
const item = { id: { N: '1' } };

it('a batch tells of each statement, with what it read', () => {
  const response = JSON.stringify({
    Responses: [
      { Error: { Code: 'DuplicateItem', Message: 'There is one.' } },
      { TableName: 'T', Item: item },
    ],
    ConsumedCapacity: [{ CapacityUnits: 1 }, { CapacityUnits: 0.5 }],
  });
  const outcomes = outcomesOf(statements, response);
  expect(outcomes).toEqual([
    { statement: first, state: 'failed', message: 'DuplicateItem: There is one.', items: [] },
    { statement: second, state: 'done', items: [item] },
  ]);
  expect(outcomesInWords(outcomes)).toBe('1 of 2 statements done');
  expect(unitsOf(response)).toBe(1.5);
});

it('one statement tells what RETURNING asked for', () => {
  const one = statements.slice(0, 1);
  const response = JSON.stringify({ Items: [item], ConsumedCapacity: { CapacityUnits: 1 } });
  expect(outcomesOf(one, response)).toEqual([{ statement: first, state: 'done', items: [item] }]);
  expect(outcomesInWords(outcomesOf(one, '{}'))).toBe('1 statement done');
  expect(unitsOf('{}')).toBeUndefined();
});

it('a cancelled transaction tells at which statement and why', () => {
  const reasons = JSON.stringify([{ Code: 'None' }, { Code: 'DuplicateItem', Message: 'Why.' }]);
  const error = new SortkeyError('TRANSACTION_CANCELLED', 'Cancelled.', { data: { reasons } });
  expect(outcomesOfCancellation(statements, error)).toEqual([
    { statement: first, state: 'not done', items: [] },
    { statement: second, state: 'failed', message: 'DuplicateItem: Why.', items: [] },
  ]);
  expect(outcomesOfCancellation(statements, new Error('else'))).toBeUndefined();
});
