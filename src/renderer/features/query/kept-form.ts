import * as z from 'zod';
import { conditionOperators } from '../../../domain/expressions/index.ts';
import type { ConditionOperator } from '../../../domain/expressions/index.ts';
import { parseAttributeValue } from '../../../domain/parse-dynamodb-json.ts';
import { sortKeyOperators } from '../../../domain/read-specification.ts';
import type { QueryForm } from './query-form.ts';

const isOperator = (value: unknown): value is ConditionOperator =>
  conditionOperators.some(({ operator }) => operator === value);

const formSchema = z.object({
  kind: z.enum(['Scan', 'Query']),
  indexName: z.string().optional(),
  partitionKeyValue: z.string(),
  sortKeyOperator: z.enum([...sortKeyOperators, 'any']),
  sortKeyValue: z.string(),
  sortKeyValueTo: z.string(),
  descending: z.boolean(),
  limit: z.string(),
  consistentRead: z.boolean(),
  filters: z.array(
    z.object({
      id: z.number(),
      path: z.string(),
      operator: z.custom<ConditionOperator>(isOperator),
      values: z.array(z.unknown()),
    }),
  ),
});

/** The query bar's form as text, from which `restoreForm` makes it again. */
export function keepForm(form: QueryForm): string {
  return JSON.stringify(form);
}

/** A form that was kept; undefined where the text is none, or of another version. */
export function restoreForm(text: string): QueryForm | undefined {
  try {
    const { filters, indexName, ...form } = formSchema.parse(JSON.parse(text));
    return {
      ...form,
      indexName,
      filters: filters.map((filter) => ({
        ...filter,
        values: filter.values.map((value) => parseAttributeValue(value)),
      })),
    };
  } catch {
    return undefined;
  }
}
