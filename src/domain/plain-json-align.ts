import { getAttribute } from './attribute-map.ts';
import type { AttributeMap, AttributeValue } from './attribute-value.ts';
import type { JsonMember, JsonNode } from './json-reader.ts';
import { looksLike } from './plain-json-match.ts';

type Source = AttributeValue | undefined;

/** Comparing every changed element with every other one is not worth more than this. */
const maximumComparisons = 1_000_000;

/**
 * Which original element each element of an edited list came from, so that an insertion or a
 * removal does not turn the sets and binaries behind it into lists and strings. Unchanged
 * elements at both ends are matched first; in between, an element that looks like an original
 * one comes from it wherever it stood; what is left is matched by its place. Answers undefined
 * where the elements that are left cannot be told, and a set or a binary is among them.
 */
export function alignElements(
  originals: readonly AttributeValue[],
  elements: readonly JsonNode[],
): Source[] | undefined {
  const sources: Source[] = elements.map(() => undefined);
  const common = Math.min(originals.length, elements.length);
  let start = 0;
  while (start < common && same(originals[start], elements[start])) {
    sources[start] = originals[start];
    start += 1;
  }
  let end = 0;
  while (end < common - start && same(originals.at(-1 - end), elements.at(-1 - end))) {
    end += 1;
    sources[elements.length - end] = originals.at(-end);
  }
  const left = originals.slice(start, originals.length - end);
  const changed = elements.length - end - start;
  const search = left.length * changed <= maximumComparisons;
  const open: number[] = [];
  for (let index = start; index < start + changed; index += 1) {
    const found = search ? left.findIndex((original) => same(original, elements[index])) : -1;
    if (found === -1) open.push(index);
    else [sources[index]] = left.splice(found, 1);
  }
  if (open.length === left.length) {
    for (const [place, index] of open.entries()) sources[index] = left[place];
  } else if (open.length > 0 && left.some(hidesType)) {
    return undefined;
  }
  return sources;
}

/**
 * Which original value each member of an edited object came from: the one of its name, or, for a
 * new name, one of a name that is gone and that looks the same, since that was a renaming.
 */
export function alignMembers(original: AttributeMap, members: readonly JsonMember[]): Source[] {
  const kept = new Set(members.map(({ name }) => name));
  const gone = Object.entries(original).filter(([name]) => !kept.has(name));
  return members.map(({ name, value }) => {
    const own = getAttribute(original, name);
    if (own !== undefined) return own;
    const found = gone.findIndex(([, candidate]) => looksLike(value, candidate));
    return found === -1 ? undefined : gone.splice(found, 1)[0]?.[1];
  });
}

function same(original: Source, element: JsonNode | undefined): boolean {
  return original !== undefined && element !== undefined && looksLike(element, original);
}

/** Whether plain JSON does not show the type of a value, or of one inside of it. */
function hidesType(value: AttributeValue): boolean {
  if ('L' in value) return value.L.some(hidesType);
  if ('M' in value) return Object.values(value.M).some(hidesType);
  return 'B' in value || 'SS' in value || 'NS' in value || 'BS' in value;
}
