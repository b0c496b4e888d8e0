import type { TableDescription } from '../../../contract/tables.ts';
import { getAttribute } from '../../../domain/attribute-map.ts';
import type { AttributeValue, Item } from '../../../domain/attribute-value.ts';
import { attributeTypeNames } from '../../../domain/attribute-value.ts';
import { checkBase64 } from '../../../domain/base64.ts';
import { buildReadRequest } from '../../../domain/build-read-request.ts';
import type { ReadRequest } from '../../../domain/build-read-request.ts';
import { checkReadSpecification } from '../../../domain/check-read-specification.ts';
import { DomainError } from '../../../domain/domain-error.ts';
import { attributeValuesEqual } from '../../../domain/equality.ts';
import { parseAttributePath } from '../../../domain/expressions/index.ts';
import type { ConditionRow } from '../../../domain/expressions/index.ts';
import { checkNumber } from '../../../domain/number.ts';
import type { ReadSpecification } from '../../../domain/read-specification.ts';
import { serializeRequest } from '../../../domain/requests/index.ts';
import type { KeyAttribute } from '../../../domain/table-schema.ts';
import { deepValueProblem } from '../values/value-problem.ts';
import { indexOf, schemaOf } from './query-form.ts';
import type { FilterRow, QueryForm } from './query-form.ts';
import type { Read } from './read.ts';

/** The field that a problem is about; a number is the id of a filter. */
export type QueryField = 'partitionKeyValue' | 'sortKeyValue' | 'sortKeyValueTo' | 'limit' | number;
export type QueryProblem = { readonly field: QueryField | undefined; readonly message: string };

export type PlannedRead =
  | { readonly ok: true; readonly read: Read; readonly request: ReadRequest }
  | { readonly ok: false; readonly problem: QueryProblem };

/** Carries a problem out of the steps below. */
class ProblemFound extends Error {
  readonly problem: QueryProblem;
  constructor(field: QueryField | undefined, message: string) {
    super(message);
    this.problem = { field, message };
  }
}

/** The read that the form means, or what is wrong with it in words; nothing is sent. */
export function planRead(form: QueryForm, table: TableDescription): PlannedRead {
  try {
    const specification = specificationOf(form, table);
    const problem = checkReadSpecification(specification, table);
    if (problem !== undefined) throw new ProblemFound(undefined, problem);
    const request = buildReadRequest(specification);
    const read: Read = {
      operation: request.operation,
      request: serializeRequest(request.request),
      index: indexOf(form, table),
      itemCount: form.kind === 'Scan' ? (indexOf(form, table) ?? table).itemCount : undefined,
      surelyHas: (item) => surelyHas(specification, item),
    };
    return { ok: true, read, request };
  } catch (error) {
    if (error instanceof ProblemFound) return { ok: false, problem: error.problem };
    throw error;
  }
}

function specificationOf(form: QueryForm, table: TableDescription): ReadSpecification {
  const { partitionKey, sortKey } = schemaOf(form, table);
  const shared = {
    tableName: table.tableName,
    index: form.indexName,
    filters: form.filters.map(filterOf),
    limit: limitOf(form.limit),
    consistentRead: form.consistentRead,
  };
  if (form.kind === 'Scan') return { kind: 'Scan', ...shared };
  const value = keyValue(
    partitionKey,
    'partition key',
    form.partitionKeyValue,
    'partitionKeyValue',
  );
  return {
    kind: 'Query',
    ...shared,
    partitionKey: { name: partitionKey.name, value },
    sortKeyCondition: sortKey && sortKeyConditionOf(form, sortKey),
    scanIndexForward: !form.descending,
  };
}

function sortKeyConditionOf(
  form: QueryForm,
  sortKey: KeyAttribute,
): ReadSpecification['sortKeyCondition'] {
  const operator = form.sortKeyOperator;
  if (operator === 'any') return undefined;
  const values = [keyValue(sortKey, 'sort key', form.sortKeyValue, 'sortKeyValue')];
  if (operator === 'BETWEEN')
    values.push(keyValue(sortKey, 'sort key', form.sortKeyValueTo, 'sortKeyValueTo'));
  return { name: sortKey.name, operator, values };
}

function keyValue(
  { name, type }: KeyAttribute,
  role: string,
  text: string,
  field: QueryField,
): AttributeValue {
  const what = `${role} ${JSON.stringify(name)}`;
  if (text === '') throw new ProblemFound(field, `Type a value of the ${what}.`);
  if (type === 'S') return { S: text };
  if (type === 'B') {
    const problem = checkBase64(text);
    if (problem === undefined) return { B: text };
    throw new ProblemFound(field, `The ${what} is Binary, typed as base64. ${problem}`);
  }
  const checked = checkNumber(text);
  if (checked.ok) return { N: text.trim() };
  throw new ProblemFound(field, `The ${what} is a ${attributeTypeNames[type]}: ${checked.reason}`);
}

function limitOf(text: string): number | undefined {
  const trimmed = text.trim();
  if (trimmed === '') return undefined;
  if (/^[1-9]\d{0,6}$/.test(trimmed)) return Number(trimmed);
  throw new ProblemFound(
    'limit',
    'The limit is the number of items of a page: a whole number from 1.',
  );
}

function filterOf({ id, path, operator, values }: FilterRow): ConditionRow {
  if (path.trim() === '') throw new ProblemFound(id, 'Name the attribute of the filter.');
  for (const value of values) {
    const found = deepValueProblem(value, path);
    if (found) throw new ProblemFound(id, `The filter on ${path}: ${found.problem}`);
  }
  try {
    const operands = values.map((value) => ({ value }));
    return { kind: 'row', path: parseAttributePath(path), operator, operands };
  } catch (error) {
    if (error instanceof DomainError) throw new ProblemFound(id, error.message);
    throw error;
  }
}

/** Whether an item that was just written is part of what the specification reads. */
function surelyHas(specification: ReadSpecification, item: Item): boolean {
  const { kind, index, filters, partitionKey, sortKeyCondition } = specification;
  if (index !== undefined || filters.length > 0) return false;
  if (kind === 'Scan') return true;
  if (partitionKey === undefined || sortKeyCondition !== undefined) return false;
  const value = getAttribute(item, partitionKey.name);
  return value !== undefined && attributeValuesEqual(value, partitionKey.value);
}
