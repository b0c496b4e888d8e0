import type { AttributeValue } from '../../../domain/attribute-value.ts';

/** A value as it is copied: bare text for strings, numbers and binary, DynamoDB JSON for the rest. */
export function copyText(value: AttributeValue | undefined): string {
  if (value === undefined) return '';
  if ('S' in value) return value.S;
  if ('N' in value) return value.N;
  if ('B' in value) return value.B;
  if ('BOOL' in value) return String(value.BOOL);
  if ('NULL' in value) return 'null';
  return JSON.stringify(value);
}
