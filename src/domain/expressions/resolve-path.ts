import type { PathNode } from './ast.ts';
import type { AttributePath } from './attribute-path.ts';
import type { ExpressionAttributeNames } from './placeholders.ts';

/** The attribute's name that a placeholder stands for, or undefined where it is not defined. */
export function resolveName(
  placeholder: string,
  names: ExpressionAttributeNames,
): string | undefined {
  return Object.hasOwn(names, placeholder) ? names[placeholder] : undefined;
}

/** The path with its placeholders replaced by the names; one not defined stays as it is. */
export function resolvePath(path: PathNode, names: ExpressionAttributeNames): AttributePath {
  return path.elements.map((element) => {
    if (element.kind === 'index') return element.index;
    if (element.kind === 'name') return element.name;
    return resolveName(element.placeholder, names) ?? element.placeholder;
  });
}
