import type { PathNode, UpdateExpression } from './ast.ts';
import type { ExpressionAttributeNames } from './placeholders.ts';
import { resolvePath } from './resolve-path.ts';
import { targetsOf } from './walk.ts';

/** The first path of an update that changes a key attribute, with the attribute's name. */
export function keyTarget(
  update: UpdateExpression,
  keyNames: readonly string[],
  names: ExpressionAttributeNames,
): { path: PathNode; name: string } | undefined {
  for (const path of update.clauses.flatMap(targetsOf)) {
    const [name] = resolvePath(path, names);
    if (typeof name === 'string' && keyNames.includes(name)) return { path, name };
  }
  return undefined;
}

/**
 * The key attributes that an update would change, which DynamoDB refuses, in the order of
 * `keyNames`. `names` is ExpressionAttributeNames; without it `#placeholders` are not looked into.
 */
export function keyAttributesInUpdate(
  update: UpdateExpression,
  keyNames: readonly string[],
  names: ExpressionAttributeNames = {},
): string[] {
  return keyNames.filter((name) => keyTarget(update, [name], names) !== undefined);
}
