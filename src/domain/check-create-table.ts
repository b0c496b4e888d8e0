import { attributeTypeNames } from './attribute-value.ts';
import type { KeyAttribute, KeySchema } from './table-schema.ts';
import type { IndexSpecification, TableSpecification } from './table-specification.ts';
import { checkIndexName, checkTableName } from './table-name.ts';
import { isWholeText, utf8Length } from './utf8.ts';

/**
 * What is wrong with one field: `tableName`, `partitionKey`, `sortKey`, `readCapacityUnits`,
 * `writeCapacityUnits`, `indexes`, or of one index `indexes[0].name`, `indexes[0].kind`,
 * `indexes[0].partitionKey`, `indexes[0].sortKey`, `indexes[0].nonKeyAttributes`.
 */
export type TableProblem = { readonly field: string; readonly message: string };

const maximumKeyNameLength = 255;
const maximumGlobalIndexes = 20;
const maximumLocalIndexes = 5;
const maximumProjected = 100;

/** Why DynamoDB would refuse to create this table: none, or a problem a field, in words. */
export function checkCreateTable(specification: TableSpecification): TableProblem[] {
  const problems: TableProblem[] = [];
  const add = (field: string, message: string | undefined) => {
    if (message !== undefined) problems.push({ field, message });
  };
  add('tableName', checkTableName(specification.tableName));
  checkKey(specification, '', add);
  checkBilling(specification, add);
  checkIndexCounts(specification.indexes, add);
  for (const [place, index] of specification.indexes.entries()) {
    const path = `indexes[${place}].`;
    const earlier = specification.indexes.slice(0, place);
    add(`${path}name`, checkIndexName(index.name) ?? checkUnique(index, earlier));
    checkKey(index, path, add);
    checkTypes(index, path, [specification, ...earlier], add);
    checkProjection(index, path, add);
    if (index.kind === 'local') checkLocal(index, path, specification, add);
  }
  return problems;
}

type Add = (field: string, message: string | undefined) => void;

function checkKey({ partitionKey, sortKey }: KeySchema, path: string, add: Add): void {
  add(`${path}partitionKey`, checkKeyName(partitionKey.name, 'A partition key'));
  if (sortKey === undefined) return;
  const same = sortKey.name === partitionKey.name;
  const twice = 'The sort key must be another attribute than the partition key.';
  add(`${path}sortKey`, checkKeyName(sortKey.name, 'A sort key') ?? (same ? twice : undefined));
}

function checkKeyName(name: string, what: string): string | undefined {
  if (name === '') return `${what} needs a name.`;
  if (!isWholeText(name)) return `${what}'s name holds half a character (a lone surrogate).`;
  const length = utf8Length(name);
  if (length <= maximumKeyNameLength) return undefined;
  return `${what}'s name has at most ${maximumKeyNameLength} bytes; this one has ${length}.`;
}

function checkBilling({ billing }: TableSpecification, add: Add): void {
  if (billing.mode !== 'provisioned') return;
  const units = 'must be a whole number from 1.';
  if (!(Number.isSafeInteger(billing.readCapacityUnits) && billing.readCapacityUnits >= 1)) {
    add('readCapacityUnits', `Read capacity units ${units}`);
  }
  if (!(Number.isSafeInteger(billing.writeCapacityUnits) && billing.writeCapacityUnits >= 1)) {
    add('writeCapacityUnits', `Write capacity units ${units}`);
  }
}

function checkIndexCounts(indexes: readonly IndexSpecification[], add: Add): void {
  const locals = indexes.filter(({ kind }) => kind === 'local').length;
  const globals = indexes.length - locals;
  if (globals > maximumGlobalIndexes) {
    add('indexes', `A table has at most ${maximumGlobalIndexes} global indexes, not ${globals}.`);
  }
  if (locals > maximumLocalIndexes) {
    add('indexes', `A table has at most ${maximumLocalIndexes} local indexes, not ${locals}.`);
  }
  const projected = indexes.reduce((total, index) => total + includedNames(index).length, 0);
  if (projected > maximumProjected) {
    const message = `All indexes together include at most ${maximumProjected} attributes`;
    add('indexes', `${message}, not ${projected}.`);
  }
}

function checkUnique(index: IndexSpecification, earlier: readonly IndexSpecification[]) {
  const taken = earlier.some(({ name }) => name === index.name);
  return taken ? `Another index is called ${index.name} already.` : undefined;
}

/** An attribute has one type in the keys of the table and of all its indexes. */
function checkTypes(
  index: IndexSpecification,
  path: string,
  others: readonly KeySchema[],
  add: Add,
): void {
  const attributes = others.flatMap(({ partitionKey, sortKey }) => [partitionKey, sortKey]);
  const check = (field: string, { name, type }: KeyAttribute) => {
    const other = attributes.find((attribute) => attribute?.name === name);
    if (other === undefined || other.type === type) return;
    const message = `${name} is a ${attributeTypeNames[other.type]} in another key of this table,`;
    add(`${path}${field}`, `${message} so it cannot be a ${attributeTypeNames[type]} here.`);
  };
  check('partitionKey', index.partitionKey);
  if (index.sortKey !== undefined) check('sortKey', index.sortKey);
}

function checkProjection(index: IndexSpecification, path: string, add: Add): void {
  if (index.projection.type !== 'INCLUDE') return;
  const field = `${path}nonKeyAttributes`;
  const names = includedNames(index);
  if (names.length === 0) add(field, 'Name the attributes that the index includes.');
  if (names.includes('')) add(field, 'An included attribute needs a name.');
  const twice = names.find((name, place) => names.indexOf(name) !== place);
  if (twice !== undefined) add(field, `${twice} is included twice.`);
  const key = names.find(
    (name) => name === index.partitionKey.name || name === index.sortKey?.name,
  );
  if (key !== undefined) add(field, `${key} is in the index already, as its key.`);
}

function includedNames({ projection }: IndexSpecification): readonly string[] {
  return projection.type === 'INCLUDE' ? (projection.nonKeyAttributes ?? []) : [];
}

function checkLocal(
  index: IndexSpecification,
  path: string,
  table: TableSpecification,
  add: Add,
): void {
  if (table.sortKey === undefined) {
    add(`${path}kind`, 'A table without a sort key cannot have local indexes.');
  }
  if (index.partitionKey.name !== table.partitionKey.name) {
    const message = `A local index has the table's own partition key, ${table.partitionKey.name}.`;
    add(`${path}partitionKey`, message);
  }
  if (index.sortKey === undefined) add(`${path}sortKey`, 'A local index needs a sort key.');
}
