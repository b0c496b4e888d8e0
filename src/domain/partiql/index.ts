export { completePartiql } from './complete.ts';
export type { CompletionKnown, CompletionOption, PartiqlCompletion } from './complete.ts';
export { PartiqlError } from './partiql-error.ts';
export { whereClause } from './gives-key.ts';
export { readTables } from './read-tables.ts';
export type { StatementTable } from './read-tables.ts';
export { withSendableStatement } from './sendable-statement.ts';
export { scanWarning } from './scan-warning.ts';
export type { ReadTable } from './scan-warning.ts';
export {
  isWriteStatement,
  maximumStatementLength,
  readStatement,
  splitStatements,
  statementKind,
  statementKinds,
} from './statement.ts';
export type { PartiqlStatement, StatementKind } from './statement.ts';
export {
  isMeant,
  isPartiqlSymbol,
  isPartiqlWord,
  nameOfToken,
  printPartiql,
  quotePartiqlName,
  tokenizePartiql,
} from './tokens.ts';
export type { PartiqlToken, PartiqlTokenKind } from './tokens.ts';
