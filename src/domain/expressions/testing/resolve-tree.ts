import { getAttribute } from '../../attribute-map.ts';
import type { AttributeMap, AttributeValue } from '../../attribute-value.ts';
import type { ExpressionAttributeNames } from '../placeholders.ts';
import { resolveName } from '../resolve-path.ts';

function isObject(node: unknown): node is Readonly<Record<string, unknown>> {
  return typeof node === 'object' && node !== null;
}

/**
 * What a tree means: every placeholder replaced by the name or value that it stands for, and
 * positions left out. Two trees that mean the same are deeply equal.
 */
export function resolveTree(
  node: unknown,
  names: ExpressionAttributeNames = {},
  values: AttributeMap = {},
): unknown {
  if (Array.isArray(node)) return node.map((part) => resolveTree(part, names, values));
  if (!isObject(node)) return node;
  const { kind, placeholder } = node;
  if (kind === 'placeholder' && typeof placeholder === 'string') {
    return { kind: 'name', name: resolveName(placeholder, names) ?? placeholder };
  }
  if (kind === 'value' && typeof placeholder === 'string') {
    return { kind: 'value', value: getAttribute(values, placeholder) ?? placeholder };
  }
  return Object.fromEntries(
    Object.entries(node)
      .filter(([member]) => member !== 'position')
      .map(([member, part]) => [member, resolveTree(part, names, values)]),
  );
}

/** The tree without positions, placeholders as they are. */
export function withoutPositions(node: unknown): unknown {
  if (Array.isArray(node)) return node.map(withoutPositions);
  if (!isObject(node)) return node;
  return Object.fromEntries(
    Object.entries(node)
      .filter(([member]) => member !== 'position')
      .map(([member, part]) => [member, withoutPositions(part)]),
  );
}

/** A value of the type that the placeholder's letter tells: see `arbitrary-expression.ts`. */
export function valueFor(placeholder: string): AttributeValue {
  switch (placeholder[1]) {
    case 'n':
      return { N: '7' };
    case 'l':
      return { L: [{ S: placeholder }] };
    case 's':
      return { SS: [placeholder] };
    default:
      // Also the name of a type, as attribute_type needs it.
      return { S: 'SS' };
  }
}
