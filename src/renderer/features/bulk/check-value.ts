import type { AttributeValue } from '../../../domain/attribute-value.ts';
import { DomainError } from '../../../domain/domain-error.ts';
import { parseAttributeValue } from '../../../domain/parse-dynamodb-json.ts';

/** What DynamoDB would refuse in a value, in words; undefined where it takes it. */
export function checkAttributeValue(value: AttributeValue): string | undefined {
  try {
    parseAttributeValue(value);
    return undefined;
  } catch (error) {
    if (error instanceof DomainError) return error.message;
    throw error;
  }
}
