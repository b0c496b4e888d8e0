import { DomainError } from '../domain-error.ts';
import type { PathElement, PathNode, ValueNode } from './ast.ts';
import { printAttributePath, type AttributePath } from './attribute-path.ts';
import type { RowOperand } from './builder-rows.ts';
import type { Placeholders } from './placeholders.ts';

/** The node of a path, every name of it as a placeholder. */
export function buildPath(path: AttributePath, placeholders: Placeholders): PathNode {
  const [first] = path;
  if (typeof first !== 'string' || path.includes('')) {
    throw new DomainError('Choose an attribute: its name is missing.', printAttributePath(path));
  }
  const elements = path.map((element): PathElement =>
    typeof element === 'number'
      ? { kind: 'index', index: element }
      : { kind: 'placeholder', placeholder: placeholders.name(element) },
  );
  return { kind: 'path', elements };
}

/** The node of an operand; a value's placeholder is called after the attribute it goes with. */
export function buildOperand(
  operand: RowOperand,
  path: AttributePath,
  placeholders: Placeholders,
): PathNode | ValueNode {
  if ('path' in operand) return buildPath(operand.path, placeholders);
  const name = path.findLast((element) => typeof element === 'string');
  return { kind: 'value', placeholder: placeholders.value(operand.value, name) };
}
