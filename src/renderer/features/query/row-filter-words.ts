import type { RowFilterInput } from '../../../contract/query.ts';
import { attributeTypeNames } from '../../../domain/attribute-value.ts';
import type { AttributeType } from '../../../domain/attribute-value.ts';
import { parseAttributeValue } from '../../../domain/parse-dynamodb-json.ts';
import { previewOf } from '../values/value-preview.ts';

const longestValue = 40;

function shortened(text: string): string {
  return text.length > longestValue ? `${text.slice(0, longestValue)}…` : text;
}

function typesInWords(types: readonly AttributeType[]): string {
  return types.map((type) => attributeTypeNames[type]).join(' or ');
}

/** A value as DynamoDB JSON text, in a few characters: strings quoted, so that "1" is not 1. */
function valueInWords(text: string): string {
  const value = parseAttributeValue(JSON.parse(text));
  if ('S' in value) return `"${shortened(value.S)}"`;
  return shortened(previewOf(value).text);
}

/** A filter in a few words: `Year = 2013`, `title contains "Am"`, `price is missing`. */
export function filterInWords({ name, test, negated }: RowFilterInput): string {
  if (test.kind === 'exists') return `${name} ${negated ? 'is missing' : 'exists'}`;
  if (test.kind === 'type') return `${name} is ${negated ? 'no' : 'a'} ${typesInWords(test.types)}`;
  if (test.kind === 'equals') return `${name} ${negated ? '≠' : '='} ${valueInWords(test.value)}`;
  const verb = negated ? 'does not contain' : 'contains';
  const matchCase = test.matchCase ? ' (Aa)' : '';
  return `${name} ${verb} "${shortened(test.text)}"${matchCase}`;
}
