import type { ComponentType } from 'react';
import type { AttributeValue } from '../../../domain/attribute-value.ts';

export type NestedInputProps = {
  value: AttributeValue;
  onChange: (value: AttributeValue) => void;
  label: string;
  disabled?: boolean | undefined;
};

/** What a map or a list shows for a value inside: handed down, since values nest in themselves. */
export type NestedInput = ComponentType<NestedInputProps>;
