import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DomainError } from '../domain-error.ts';
import {
  isWriteStatement,
  nameOfToken,
  printPartiql,
  quotePartiqlName,
  readStatement,
  splitStatements,
  statementKind,
  tokenizePartiql,
} from './index.ts';

const piece = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 6 }),
  fc.constantFrom(
    'SELECT',
    'delete',
    'FROM',
    'WHERE',
    'UPDATE',
    ' ',
    '\n',
    '--',
    '/*',
    '*/',
    "'",
    '"',
    ';',
    '?',
    '<<',
    '>>',
    '1.5e-3',
    '"a""b"',
    "'it''s'",
    '\u00a0',
    '’',
    'ключ',
    '\ud83d',
    '__proto__',
  ),
);
const script = fc.array(piece, { maxLength: 30 }).map((pieces) => pieces.join(''));

describe('the tokens of PartiQL', () => {
  it('are together the text that was read, each at its place', () => {
    fc.assert(
      fc.property(script, (text) => {
        const tokens = tokenizePartiql(text);
        expect(printPartiql(tokens)).toBe(text);
        for (const token of tokens) {
          expect(text.startsWith(token.text, token.position)).toBe(true);
          expect(token.text).not.toBe('');
        }
      }),
      { numRuns: 2_000 },
    );
  });

  it('tell names, texts, numbers, parameters and comments apart', () => {
    const text = `SELECT a.b[0], "it""s" FROM T -- x\n WHERE n >= -1.5e3 AND t <> 'it''s' /* y */ OR x IN <<?>>`;
    const kinds = tokenizePartiql(text)
      .filter(({ kind }) => kind !== 'space')
      .map(({ kind, text: found }) => `${kind} ${found}`);
    const expected =
      'word SELECT|word a|symbol .|word b|symbol [|number 0|symbol ]|symbol ,|name "it""s"|' +
      'word FROM|word T|comment -- x|word WHERE|word n|symbol >=|symbol -|number 1.5e3|word AND|' +
      "word t|symbol <>|text 'it''s'|comment /* y */|word OR|word x|word IN|symbol <<|" +
      'parameter ?|symbol >>';
    expect(kinds.join('|')).toBe(expected);
  });

  it('read a quoted name as it was meant', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', minLength: 1 }), (name) => {
        const [token, ...others] = tokenizePartiql(quotePartiqlName(name));
        expect(others).toEqual([]);
        expect(nameOfToken(token)).toBe(name);
      }),
    );
  });
});

describe('the statements of a script', () => {
  it('are read without fault, or refused in words with a place', () => {
    fc.assert(
      fc.property(script, (text) => {
        try {
          for (const statement of splitStatements(text)) {
            expect(tokenizePartiql(statement.text).some(({ kind }) => kind === 'comment')).toBe(
              false,
            );
            // What is sent is what was judged.
            expect(readStatement(statement.text)).toMatchObject({
              kind: statement.kind,
              text: statement.text,
              parameters: statement.parameters,
            });
          }
        } catch (error) {
          expect(error).toBeInstanceOf(DomainError);
          expect((error as DomainError).message).toMatch(/^PartiQL, (line|character) \d+/);
        }
      }),
      { numRuns: 2_000 },
    );
  });

  it('are divided by semicolons outside of texts, names and comments', () => {
    const text = `SELECT * FROM A; -- one; two\nDELETE FROM "B;" WHERE k = ';' ;; /* ; */`;
    expect(
      splitStatements(text).map(({ kind, text: sent, position, end }) => [
        kind,
        sent,
        text.slice(position, end),
      ]),
    ).toEqual([
      ['select', 'SELECT * FROM A', 'SELECT * FROM A'],
      ['delete', `DELETE FROM "B;" WHERE k = ';'`, `DELETE FROM "B;" WHERE k = ';'`],
    ]);
  });

  it('name their table, their index and how many parameters they want', () => {
    expect(
      readStatement('SELECT * FROM "Books"."by-author" WHERE author = ? AND n > ?'),
    ).toMatchObject({
      table: { name: 'Books', index: 'by-author', position: 14 },
      parameters: 2,
    });
    expect(readStatement(`INSERT INTO Books VALUE {'id': ?}`)).toMatchObject({
      table: { name: 'Books' },
      parameters: 1,
    });
    expect(readStatement('update "a b" set n = 1 where id = 1').table?.name).toBe('a b');
    expect(readStatement(`EXISTS(SELECT * FROM T WHERE id = '?')`)).toMatchObject({
      kind: 'exists',
      table: { name: 'T' },
      parameters: 0,
    });
  });
});

const writes = (text: string) => isWriteStatement(readStatement(text));

describe('what a statement does', () => {
  it('is told whatever stands before it and in whatever case', () => {
    const disguised: [string, string][] = [
      ['select * from t', 'select'],
      ['  \r\n\tDeLeTe FROM t WHERE id = 1', 'delete'],
      ['/* SELECT */ UPDATE t SET n = 1 WHERE id = 1', 'update'],
      ['-- SELECT\nINSERT INTO t VALUE {}', 'insert'],
      [';;/**/-- a\n;delete from t where id = 1;', 'delete'],
      ['DELETE/**/FROM/**/t WHERE id = 1', 'delete'],
      ['EXISTS(SELECT * FROM t WHERE id = 1)', 'exists'],
    ];
    for (const [text, kind] of disguised) expect(statementKind(text), text).toBe(kind);
  });

  it('counts as a write unless it only reads', () => {
    expect(writes('SELECT * FROM t')).toBe(false);
    expect(writes('EXISTS(SELECT * FROM t)')).toBe(false);
    for (const text of ['INSERT INTO t', 'UPDATE t', 'DELETE FROM t'])
      expect(writes(text)).toBe(true);
  });

  const refused: [string, string][] = [
    ['', 'PartiQL, character 1: there is no statement to run.'],
    [
      'SELEC * FROM t',
      'PartiQL, character 1: expected SELECT, INSERT, UPDATE, DELETE or EXISTS, found "SELEC".',
    ],
    [
      'SELECT * FROM t;\n DELETE FROM t WHERE id = 1',
      'PartiQL, line 2, column 2: another statement begins here. Send one at a time, or several as a batch.',
    ],
    [
      "SELECT * FROM t WHERE a = 'x",
      "PartiQL, character 27: a text begins here and does not end. Close it with '.",
    ],
    [
      'SELECT * FROM "t',
      'PartiQL, character 15: a quoted name begins here and does not end. Close it with ".',
    ],
    ['SELECT "" FROM t', 'PartiQL, character 8: a name in quotes cannot be empty.'],
    [
      '/* SELECT * FROM t',
      'PartiQL, character 1: a comment begins here and does not end. Close it with */.',
    ],
    [
      'SELECT\u00a0* FROM t',
      'PartiQL, character 7: a space that is not an ordinary one. Replace it by one.',
    ],
    [
      'SELECT * FROM t WHERE a = ‘x’',
      `PartiQL, character 27: "‘" is no quote of PartiQL. Write 'text' and "name".`,
    ],
    ['SELECT # FROM t', 'PartiQL, character 8: "#" has no meaning in PartiQL.'],
    [
      `SELECT * FROM t WHERE a = '${'x'.repeat(8_200)}'`,
      'PartiQL, character 1: the statement has 8,228 characters; DynamoDB takes at most 8,192. Give long values as parameters (?).',
    ],
  ];
  for (const [text, message] of refused) {
    it(`is refused for ${JSON.stringify(text.slice(0, 40))}`, () => {
      expect(() => statementKind(text)).toThrow(
        expect.objectContaining({ name: 'PartiqlError', message }),
      );
    });
  }
});
