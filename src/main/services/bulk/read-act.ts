import type { BulkActInput } from '../../../contract/bulk.ts';
import { SortkeyError } from '../../../contract/sortkey-error.ts';
import { attributeTypeNames, typeOf } from '../../../domain/attribute-value.ts';
import type { AttributeValue } from '../../../domain/attribute-value.ts';
import { checkBulkAct, isSetValue } from '../../../domain/bulk-act.ts';
import type { BulkAct } from '../../../domain/bulk-act.ts';
import { DomainError } from '../../../domain/domain-error.ts';
import { parseAttributeValueText } from '../../../domain/parse-dynamodb-json.ts';
import type { KeySchema } from '../../../domain/table-schema.ts';

export function bulkInvalid(message: string, cause?: unknown): SortkeyError {
  return new SortkeyError('BULK_INVALID', message, {}, cause === undefined ? {} : { cause });
}

/** The act that was asked for, or BULK_INVALID where no item of the table could take it. */
export function readAct(input: BulkActInput, schema: KeySchema): BulkAct {
  const act = parseAct(input);
  const problem = checkBulkAct(act, schema);
  if (problem !== undefined) throw bulkInvalid(problem);
  return act;
}

function parseAct(input: BulkActInput): BulkAct {
  if (input.kind === 'delete' || input.kind === 'remove') return input;
  const value = parseValue(input.value);
  if (input.kind === 'set') return { ...input, value };
  if (isSetValue(value)) return { ...input, value, kind: 'delete-elements' };
  const found = attributeTypeNames[typeOf(value)];
  throw bulkInvalid(
    `The elements to delete must be given as a set of their type, but this is a ${found}.`,
  );
}

function parseValue(text: string): AttributeValue {
  try {
    return parseAttributeValueText(text);
  } catch (cause) {
    if (!(cause instanceof DomainError)) throw cause;
    throw bulkInvalid(`The value cannot be written: ${cause.message}`, cause);
  }
}
