import type { AttributeValue } from '../../../domain/attribute-value.ts';
import { DomainError } from '../../../domain/domain-error.ts';
import { parseAttributeValue } from '../../../domain/parse-dynamodb-json.ts';
import { previewOf } from '../values/value-preview.ts';

const longestValue = 60;
const mostAttributes = 4;

/** What a request is about, as it can be read and searched. */
export type RequestWords = {
  readonly tableName: string | undefined;
  readonly indexName: string | undefined;
  readonly words: string;
};

type Request = { readonly [member: string]: unknown };

/** A request as DynamoDB JSON text, in words: its names and values stand in its expressions. */
export function requestInWords(requestText: string): RequestWords {
  const request = asMap(JSON.parse(requestText));
  const expression = (member: string) => filledIn(textOf(request[member]), request);
  const [key, filter] = [expression('KeyConditionExpression'), expression('FilterExpression')];
  const condition = expression('ConditionExpression');
  const projection = expression('ProjectionExpression');
  const { Limit, ScanIndexForward, ConsistentRead, Key, Item, TransactItems } = request;
  const parts = [
    textOf(request['Statement']),
    attributesInWords(Key),
    attributesInWords(Item),
    key,
    filter && `where ${filter}`,
    expression('UpdateExpression'),
    condition && `if ${condition}`,
    projection && `only ${projection}`,
    Array.isArray(TransactItems) ? `${TransactItems.length} together` : '',
    typeof Limit === 'number' ? `limit ${Limit}` : '',
    ScanIndexForward === false ? 'descending' : '',
    ConsistentRead === true ? 'consistent' : '',
  ];
  return {
    tableName: textOf(request['TableName']) || undefined,
    indexName: textOf(request['IndexName']) || undefined,
    words: parts.filter(Boolean).join(' · '),
  };
}

function asMap(value: unknown): Request {
  return typeof value === 'object' && value !== null ? (value as Request) : {};
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

/** An expression with what its placeholders stand for; it holds no quoted text that has any. */
function filledIn(expression: string, request: Request): string {
  const names = new Map(Object.entries(asMap(request['ExpressionAttributeNames'])));
  const values = new Map(Object.entries(asMap(request['ExpressionAttributeValues'])));
  return expression.replaceAll(/[#:][\w-]+/g, (placeholder) => {
    const name = names.get(placeholder);
    if (typeof name === 'string') return name;
    const value = values.get(placeholder);
    return value === undefined ? placeholder : valueInWords(value);
  });
}

function attributesInWords(attributes: unknown): string {
  const entries = Object.entries(asMap(attributes));
  const shown = entries
    .slice(0, mostAttributes)
    .map(([name, value]) => `${name} = ${valueInWords(value)}`);
  const more = entries.length - shown.length;
  return [...shown, ...(more > 0 ? [`${more} more`] : [])].join(', ');
}

function valueInWords(value: unknown): string {
  const text = lineOf(parsed(value));
  return text.length > longestValue ? `${text.slice(0, longestValue)}…` : text;
}

function parsed(value: unknown): AttributeValue | undefined {
  try {
    return parseAttributeValue(value);
  } catch (error) {
    // What was typed may be no value: DynamoDB has said so, and the run is kept all the same.
    if (error instanceof DomainError) return undefined;
    throw error;
  }
}

function lineOf(value: AttributeValue | undefined): string {
  if (value === undefined) return '?';
  return 'S' in value && value.S !== '' ? `"${previewOf(value).text}"` : previewOf(value).text;
}
