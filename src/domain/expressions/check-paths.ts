import type { PathNode } from './ast.ts';
import { printAttributePath, type AttributePath } from './attribute-path.ts';
import { errorAt } from './expression-error.ts';
import type { ParsedExpression } from './parsed-expressions.ts';
import type { ExpressionAttributeNames } from './placeholders.ts';
import { resolvePath } from './resolve-path.ts';
import { targetsOf } from './walk.ts';

/** All paths with the same beginning. */
type Branch = {
  readonly children: Map<string | number, Branch>;
  /** A path that goes through here or ends here. */
  readonly example: AttributePath;
  isEnd: boolean;
};

/** What is wrong with a path beside those before it; takes it in if nothing is. */
function addPath(root: Branch, path: AttributePath): string | undefined {
  let branch = root;
  for (const element of path) {
    if (branch.isEnd) return describeOverlap(branch.example, path);
    const [sibling] = branch.children.keys();
    if (sibling !== undefined && typeof sibling !== typeof element) {
      const [example = []] = [...branch.children.values()].map((child) => child.example);
      return `the paths ${quote(example)} and ${quote(path)} contradict each other: one takes a map where the other takes a list`;
    }
    const child = branch.children.get(element) ?? {
      children: new Map(),
      example: path,
      isEnd: false,
    };
    branch.children.set(element, child);
    branch = child;
  }
  if (branch.isEnd || branch.children.size > 0) return describeOverlap(branch.example, path);
  branch.isEnd = true;
  return undefined;
}

function quote(path: AttributePath): string {
  return `"${printAttributePath(path)}"`;
}

function describeOverlap(first: AttributePath, second: AttributePath): string {
  return printAttributePath(first) === printAttributePath(second)
    ? `the path ${quote(second)} is there twice`
    : `the paths ${quote(first)} and ${quote(second)} overlap`;
}

/**
 * Checks that no two paths that an update changes, or that a projection reads, lie within each
 * other, which DynamoDB refuses. Throws ExpressionError.
 */
export function checkPaths(parsed: ParsedExpression, names: ExpressionAttributeNames): void {
  const paths: readonly PathNode[] =
    parsed.projection?.paths ?? parsed.update?.clauses.flatMap(targetsOf) ?? [];
  const root: Branch = { children: new Map(), example: [], isEnd: false };
  for (const path of paths) {
    const problem = addPath(root, resolvePath(path, names));
    if (problem !== undefined) throw errorAt(parsed.kind, parsed.text, path.position ?? 0, problem);
  }
}
