import { DomainError } from '../domain-error.ts';
import type { PathElement, PathNode } from './ast.ts';

/** How names and values are written; another style than `asWritten` rewrites an expression. */
export type PrintStyle = {
  readonly name: (name: string) => string;
  readonly placeholder: (placeholder: string) => string;
  readonly value: (placeholder: string) => string;
};

/** Writes a tree as it was parsed. */
export const asWritten: PrintStyle = {
  name(name) {
    if (!/^[A-Za-z_][A-Za-z0-9_]*$/.test(name)) {
      throw new DomainError(`The attribute name "${name}" must be a placeholder in an expression.`);
    }
    return name;
  },
  placeholder: (placeholder) => placeholder,
  value: (placeholder) => placeholder,
};

function printElement(element: PathElement, isFirst: boolean, style: PrintStyle): string {
  if (element.kind === 'index') return `[${element.index}]`;
  const text =
    element.kind === 'name' ? style.name(element.name) : style.placeholder(element.placeholder);
  return isFirst ? text : `.${text}`;
}

/** A document path in the expression language. */
export function printPath(path: PathNode, style: PrintStyle = asWritten): string {
  return path.elements.map((element, index) => printElement(element, index === 0, style)).join('');
}
