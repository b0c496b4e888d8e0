import type { RowFilterInput } from '../../../contract/query.ts';
import { SortkeyError } from '../../../contract/sortkey-error.ts';
import type { AttributeValue } from '../../../domain/attribute-value.ts';
import { DomainError } from '../../../domain/domain-error.ts';
import { parseAttributeValueText } from '../../../domain/parse-dynamodb-json.ts';
import type { RowFilter } from './store/row-test.ts';

/** A filter as it arrives, its value read. QUERY_INVALID where that is no attribute value. */
export function readRowFilter({ name, test, negated }: RowFilterInput): RowFilter {
  if (test.kind !== 'equals') return { name, test, negated };
  return { name, test: { kind: 'equals', value: readValue(name, test.value) }, negated };
}

function readValue(name: string, text: string): AttributeValue {
  try {
    return parseAttributeValueText(text);
  } catch (cause) {
    if (!(cause instanceof DomainError)) throw cause;
    throw new SortkeyError(
      'QUERY_INVALID',
      `The value that ${name} is to be equal to is not DynamoDB JSON: ${cause.message}`,
      {},
      { cause },
    );
  }
}
