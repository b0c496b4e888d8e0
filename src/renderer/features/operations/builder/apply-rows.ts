import { DomainError } from '../../../../domain/domain-error.ts';
import { pickAttributes } from '../../../../domain/attribute-map.ts';
import type { AttributeMap } from '../../../../domain/attribute-value.ts';
import { printJson } from '../../../../domain/code/layout.ts';
import {
  buildConditionExpression,
  buildUpdateExpression,
  createPlaceholders,
} from '../../../../domain/expressions/index.ts';
import type { ExpressionAttributeNames } from '../../../../domain/expressions/index.ts';
import { readJson } from '../../../../domain/json-reader.ts';
import { itemToPlainJson } from '../../../../domain/plain-json.ts';
import type { ExpressionTexts, Operation, OperationOptions } from '../operation-draft.ts';
import { detectFormat, readNames, readValues } from '../read-attributes.ts';
import { conditionGroupOf, RowError, updateRowsOf } from './builder-draft.ts';

export type AppliedRows =
  | { readonly ok: true; readonly texts: Partial<ExpressionTexts> }
  | {
      readonly ok: false;
      readonly message: string;
      /** The row to blame, where one is. */
      readonly rowId?: number;
    };

// Expressions hold no quoted text, so that every # and : begins a placeholder.
const placeholdersIn = (text: string) => text.match(/[#:][^\s#:.,()[\]=<>+-]+/g) ?? [];

/** Values as text: plain JSON where that reads back as the same values, else DynamoDB JSON. */
function valuesText(values: AttributeMap): string {
  if (Object.keys(values).length === 0) return '';
  const { text, lossless } = itemToPlainJson(values);
  return lossless && detectFormat(readJson(text)) === 'json' ? text : printJson(values, 48);
}

function namesText(names: ExpressionAttributeNames): string {
  return Object.keys(names).length === 0 ? '' : JSON.stringify(names, null, 2);
}

/**
 * Writes the rows down as expressions with their names and values. An expression that has no rows
 * stays as it was typed, with what it needs of the names and values.
 */
export function applyRows(operation: Operation, options: OperationOptions): AppliedRows {
  const { updateRows, conditionRows } = options;
  const buildsUpdate = operation === 'UpdateItem' && updateRows.length > 0;
  const buildsCondition = conditionRows.conditions.length > 0;
  const kept = [
    ...(buildsUpdate ? [] : placeholdersIn(options.update)),
    ...(buildsCondition ? [] : placeholdersIn(options.condition)),
  ];
  const names = readNames(options.names);
  if (!names.ok) return { ok: false, message: `Names: ${names.problem.message}` };
  const values = readValues(options.values);
  if (!values.ok) return { ok: false, message: `Values: ${values.problem.message}` };
  try {
    const placeholders = createPlaceholders(
      Object.fromEntries(Object.entries(names.value).filter(([name]) => kept.includes(name))),
      pickAttributes(values.value, kept),
    );
    const texts = {
      ...(buildsUpdate && {
        update: buildUpdateExpression(updateRowsOf(updateRows), placeholders).expression,
      }),
      ...(buildsCondition && {
        condition: buildConditionExpression(conditionGroupOf(conditionRows), placeholders)
          .expression,
      }),
    };
    const maps = {
      names: namesText(placeholders.names()),
      values: valuesText(placeholders.values()),
    };
    return { ok: true, texts: { ...texts, ...maps } };
  } catch (error) {
    if (error instanceof RowError) return { ok: false, message: error.message, rowId: error.id };
    if (error instanceof DomainError) return { ok: false, message: error.message };
    throw error;
  }
}
