import type { TextFormat } from './read-attributes.ts';

/** The two forms, for a choice on the screen. */
export const textFormats: readonly { readonly value: TextFormat; readonly label: string }[] = [
  { value: 'json', label: 'JSON' },
  { value: 'dynamodb-json', label: 'DynamoDB JSON' },
];
