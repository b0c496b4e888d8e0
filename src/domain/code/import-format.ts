import type { ImportAct } from './code-request.ts';

/** Whether the rows of the file are DynamoDB JSON. */
export const isTyped = ({ format }: ImportAct['request']): boolean => format.startsWith('dynamodb');

/** Whether each line of the file is a row; else the file is one JSON value. */
export const isLines = ({ format }: ImportAct['request']): boolean =>
  format === 'ndjson' || format === 'dynamodb-json-lines';
