import { PartiqlError } from './partiql-error.ts';
import { readStatement } from './statement.ts';

/**
 * A statement's request with the text that is sent: without comments and semicolon. PartiqlError
 * where it is not one statement, or has more or fewer `?` than values are given.
 */
export function withSendableStatement(
  request: Readonly<Record<string, unknown>>,
): Record<string, unknown> {
  const { Statement: text, Parameters: values } = request;
  // A member that is not what it should be is told where the members are checked.
  if (typeof text !== 'string') return request;
  const statement = readStatement(text);
  const given = Array.isArray(values) ? values.length : 0;
  if (statement.parameters !== given) {
    const wanted =
      statement.parameters === 1 ? '1 parameter (?)' : `${statement.parameters} parameters (?)`;
    const found = given === 1 ? '1 value is' : `${given} values are`;
    const problem = `the statement has ${wanted}, and ${found} given.`;
    throw new PartiqlError(text, statement.position, problem);
  }
  return { ...request, Statement: statement.text };
}
