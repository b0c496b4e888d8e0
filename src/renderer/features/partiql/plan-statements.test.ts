import { describe, expect, it } from 'vitest';
import { planStatements } from './plan-statements.ts';

const plan = (
  script: string,
  mode: 'batch' | 'transaction' = 'batch',
  values: { S: string }[] = [],
) => planStatements(script, values, mode);

describe('what running a script would send', () => {
  it('is one statement, with its values', () => {
    const { plan: planned } = plan('SELECT * FROM T WHERE a = ?; -- all', 'transaction', [
      { S: 'x' },
      { S: 'left over' },
    ]);
    expect(planned).toMatchObject({ operation: 'ExecuteStatement', rows: true, writes: false });
    expect(planned?.request).toEqual({
      Statement: 'SELECT * FROM T WHERE a = ?',
      Parameters: [{ S: 'x' }],
      ReturnConsumedCapacity: 'INDEXES',
    });
  });

  it('is a batch or a transaction of several, each with its own values', () => {
    const script = `UPDATE T SET a = ? WHERE id = ?;\nDELETE FROM T WHERE id = 'x';DELETE FROM T WHERE id = ?`;
    const values = [{ S: '1' }, { S: '2' }, { S: '3' }];
    const statements = [
      { Statement: 'UPDATE T SET a = ? WHERE id = ?', Parameters: values.slice(0, 2) },
      { Statement: "DELETE FROM T WHERE id = 'x'" },
      { Statement: 'DELETE FROM T WHERE id = ?', Parameters: values.slice(2) },
    ];
    const batch = plan(script, 'batch', values);
    expect(batch.parameters).toBe(3);
    expect(batch.plan).toMatchObject({ operation: 'BatchExecuteStatement', writes: true });
    expect(batch.plan?.request['Statements']).toEqual(statements);
    const transaction = plan(script, 'transaction', values).plan;
    expect(transaction?.operation).toBe('ExecuteTransaction');
    expect(transaction?.request['TransactStatements']).toEqual(statements);
  });

  it('is nothing for a script without statements', () => {
    expect(plan(' -- nothing\n;')).toEqual({
      statements: [],
      parameters: 0,
      problem: undefined,
      plan: undefined,
    });
  });

  it('is told as a problem at its place where a statement cannot be read', () => {
    expect(plan("SELECT * FROM T;\n  DELET FROM 'x").problem).toMatchObject({
      line: 2,
      column: 14,
      message: "A text begins here and does not end. Close it with '.",
    });
  });

  const refused: [string, 'batch' | 'transaction', string][] = [
    [
      'SELECT * FROM T; DELETE FROM T',
      'batch',
      'A batch takes reads or writes, not both: these are 1 and 1.',
    ],
    [
      'SELECT * FROM T; DELETE FROM T',
      'transaction',
      'A transaction takes reads or writes, not both: these are 1 and 1.',
    ],
    [
      'SELECT * FROM T;'.repeat(26),
      'batch',
      'A batch takes at most 25 statements, and these are 26.',
    ],
    [
      'DELETE FROM T;'.repeat(101),
      'transaction',
      'A transaction takes at most 100 statements, and these are 101.',
    ],
  ];
  for (const [script, mode, message] of refused) {
    it(`is refused: ${message}`, () => expect(plan(script, mode).problem).toEqual({ message }));
  }

  it('takes a condition that must hold among writes of a transaction', () => {
    const script = 'EXISTS(SELECT * FROM T WHERE id = 1); DELETE FROM T WHERE id = 2';
    expect(plan(script, 'transaction').plan?.operation).toBe('ExecuteTransaction');
  });

  it('names the parameter whose value is none', () => {
    const values = [{ S: 'x' }, { N: 'twelve' }];
    const { problem } = planStatements('SELECT * FROM T WHERE a = ? AND b = ?', values, 'batch');
    expect(problem?.message).toMatch(/^Parameter 2: /);
  });
});
