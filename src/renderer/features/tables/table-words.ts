import type { TableDescription } from '../../../contract/tables.ts';
import { attributeTypeNames } from '../../../domain/attribute-value.ts';
import type { IndexDescription, KeyAttribute } from '../../../domain/table-schema.ts';
import { fullCount } from '../../ui/numbers.ts';

/** How a table is billed, in a few words: `On-demand`, `10 RCU · 10 WCU`. */
export function billingText(billing: TableDescription['billing']): string {
  if (billing.mode === 'on-demand') return 'On-demand';
  const { readCapacityUnits, writeCapacityUnits } = billing;
  return `${fullCount(readCapacityUnits)} RCU · ${fullCount(writeCapacityUnits)} WCU`;
}

/** A status of DynamoDB's as a word: `ACTIVE` is `Active`. */
export function statusText(status: string): string {
  const words = status.toLowerCase().replaceAll('_', ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** A key attribute with its type: `book_id (Number)`. */
export function keyText(attribute: KeyAttribute): string {
  return `${attribute.name} (${attributeTypeNames[attribute.type]})`;
}

/** What an index holds beside its keys. */
export function projectionText({ projection }: Pick<IndexDescription, 'projection'>): string {
  if (projection.type === 'ALL') return 'All attributes';
  if (projection.type === 'KEYS_ONLY') return 'Keys only';
  return `Keys and ${(projection.nonKeyAttributes ?? []).join(', ')}`;
}
