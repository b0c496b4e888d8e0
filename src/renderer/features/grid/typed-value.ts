import { typeOf } from '../../../domain/attribute-value.ts';
import type { AttributeType, AttributeValue } from '../../../domain/attribute-value.ts';
import { checkBase64 } from '../../../domain/base64.ts';
import { checkNumber } from '../../../domain/number.ts';
import { parseAttributeValueText } from '../../../domain/parse-dynamodb-json.ts';

/**
 * The value that a text becomes in a cell: of the type that the cell has, or that its column has
 * elsewhere, where the text is a value of that type; text otherwise. DynamoDB JSON of one value is
 * that value. Undefined where the cell holds binary, a set, a list or a map and the text is none:
 * writing text over it would be a loss.
 */
export function typedValue(
  text: string,
  present: AttributeValue | undefined,
  columnTypes: readonly AttributeType[],
): AttributeValue | undefined {
  const whole = dynamodbJson(text);
  if (whole !== undefined) return whole;
  const types = present === undefined ? columnTypes : [typeOf(present), ...columnTypes];
  const [own] = present === undefined ? [] : types;
  if (own !== undefined && !isSimple(own)) return own === 'B' ? readAs('B', text) : undefined;
  if (own === 'S') return { S: text };
  for (const type of types) {
    const value = type === 'S' ? undefined : readAs(type, text);
    if (value !== undefined && (type !== 'B' || types.every((other) => other === 'B')))
      return value;
  }
  return { S: text };
}

function isSimple(type: AttributeType): boolean {
  return type === 'S' || type === 'N' || type === 'BOOL' || type === 'NULL';
}

function readAs(type: AttributeType, text: string): AttributeValue | undefined {
  const bare = text.trim();
  switch (type) {
    case 'N':
      return checkNumber(bare).ok ? { N: bare } : undefined;
    case 'BOOL':
      return /^(?:true|false)$/i.test(bare) ? { BOOL: bare.toLowerCase() === 'true' } : undefined;
    case 'NULL':
      return bare === 'null' ? { NULL: true } : undefined;
    case 'B':
      return bare !== '' && checkBase64(bare) === undefined ? { B: bare } : undefined;
    default:
      return undefined;
  }
}

function dynamodbJson(text: string): AttributeValue | undefined {
  if (!/^\s*\{\s*"(?:S|N|B|BOOL|NULL|M|L|SS|NS|BS)"\s*:/.test(text)) return undefined;
  try {
    return parseAttributeValueText(text);
  } catch {
    // Text that only begins like DynamoDB JSON is text.
    return undefined;
  }
}
