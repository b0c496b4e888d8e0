import { getAttribute } from './attribute-map.ts';
import type { AttributeMap, AttributeValue, Item } from './attribute-value.ts';
import { attributeValuesEqual } from './equality.ts';

export const mergeSides = ['mine', 'theirs'] as const;
export type MergeSide = (typeof mergeSides)[number];

/** An attribute in which three versions are not the same; a value that is not there is missing. */
export type AttributeMerge = {
  readonly name: string;
  readonly original?: AttributeValue;
  readonly mine?: AttributeValue;
  readonly theirs?: AttributeValue;
  /** Whose change it is; `same` where both made it, `both` where they differ. */
  readonly changedBy: MergeSide | 'same' | 'both';
};

export type MergedItem = {
  readonly item: Item;
  /** Attributes that both changed, each otherwise, and for which nothing is picked. */
  readonly open: readonly string[];
};

/** The top-level attributes in which mine or theirs differs from the original. */
export function compareVersions(
  original: AttributeMap,
  mine: AttributeMap,
  theirs: AttributeMap,
): AttributeMerge[] {
  const merges: AttributeMerge[] = [];
  for (const name of namesOf(original, mine, theirs)) {
    const [o, m, t] = [original, mine, theirs].map((version) => getAttribute(version, name));
    const changedBy = sideOf(o, m, t);
    if (changedBy === undefined) continue;
    merges.push({
      name,
      ...(o !== undefined && { original: o }),
      ...(m !== undefined && { mine: m }),
      ...(t !== undefined && { theirs: t }),
      changedBy,
    });
  }
  return merges;
}

/**
 * What becomes of an item that two changed: of each attribute the change of the one that changed
 * it. Where both did, each otherwise, the pick counts; without one it stays as it was and is open.
 */
export function mergeItems(
  original: AttributeMap,
  mine: AttributeMap,
  theirs: AttributeMap,
  picks: ReadonlyMap<string, MergeSide> = new Map(),
): MergedItem {
  const changes = new Map(
    compareVersions(original, mine, theirs).map((merge) => [merge.name, merge]),
  );
  const open: string[] = [];
  const entries: [string, AttributeValue][] = [];
  for (const name of namesOf(original, mine, theirs)) {
    const merge = changes.get(name);
    const side =
      merge === undefined || merge.changedBy === 'same'
        ? 'mine'
        : merge.changedBy === 'both'
          ? picks.get(name)
          : merge.changedBy;
    if (side === undefined) open.push(name);
    const versions = { mine, theirs, open: original };
    const value = getAttribute(versions[side ?? 'open'], name);
    if (value !== undefined) entries.push([name, value]);
  }
  return { item: Object.fromEntries(entries), open };
}

function namesOf(...versions: AttributeMap[]): Set<string> {
  return new Set(versions.flatMap((version) => Object.keys(version)));
}

type Value = AttributeValue | undefined;

function sideOf(
  original: Value,
  mine: Value,
  theirs: Value,
): AttributeMerge['changedBy'] | undefined {
  const byMe = !equal(original, mine);
  const byThem = !equal(original, theirs);
  if (byMe && byThem) return equal(mine, theirs) ? 'same' : 'both';
  if (byMe) return 'mine';
  return byThem ? 'theirs' : undefined;
}

function equal(a: Value, b: Value): boolean {
  return a === undefined || b === undefined ? a === b : attributeValuesEqual(a, b);
}
