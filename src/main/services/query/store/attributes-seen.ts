import { attributeTypes } from '../../../../domain/attribute-value.ts';
import type { AttributeType } from '../../../../domain/attribute-value.ts';
import type { TypeIndex } from './canonical-json.ts';

/** A top-level attribute of some rows. */
export type AttributeSeen = {
  readonly name: string;
  readonly types: AttributeType[];
  /** How many rows have it. */
  readonly rowCount: number;
};

/** Which attributes the rows have: told of every one as its bytes are passed. */
export type AttributesSeen = {
  /** An attribute's name, as JSON between its quotes, and its type. */
  readonly see: (bytes: Uint8Array, from: number, to: number, type: TypeIndex) => void;
  /** In the order of first sight; types in the order of `attributeTypes`. */
  readonly list: () => AttributeSeen[];
  /** True where there were more names than are kept apart. */
  readonly hasMore: () => boolean;
  /** Remembers the state, and answers what brings it back. */
  readonly mark: () => () => void;
};

/** A grid of more columns is none; names past these are in the rows, but in no list. */
export const maximumAttributes = 10_000;
const slotCount = 4_096;
const typeCount = attributeTypes.length;

export function createAttributesSeen(): AttributesSeen {
  /** By id, the order of first sight: names as they stand in JSON, and as text. */
  const encoded: Uint8Array[] = [];
  const names: string[] = [];
  let counts = new Uint32Array(64 * typeCount);
  /** The newest id of each slot and, for each id, the one before it in its slot; -1 for none. */
  const newest = new Int32Array(slotCount).fill(-1);
  const older: number[] = [];
  let hasMore = false;

  function see(bytes: Uint8Array, from: number, to: number, type: TypeIndex): void {
    const slot = slotOf(bytes, from, to);
    let id = newest[slot] ?? -1;
    while (id >= 0 && !isName(encoded[id], bytes, from, to)) id = older[id] ?? -1;
    if (id < 0) id = add(bytes, from, to, slot);
    if (id >= 0) counts[id * typeCount + type] = (counts[id * typeCount + type] ?? 0) + 1;
  }

  function add(bytes: Uint8Array, from: number, to: number, slot: number): number {
    const id = encoded.length;
    if (id === maximumAttributes) {
      hasMore = true;
      return -1;
    }
    const name = bytes.slice(from, to);
    encoded.push(name);
    names.push(JSON.parse(`"${Buffer.from(name).toString('utf8')}"`) as string);
    older.push(newest[slot] ?? -1);
    newest[slot] = id;
    if (encoded.length * typeCount > counts.length) {
      const grown = new Uint32Array(counts.length * 2);
      grown.set(counts);
      counts = grown;
    }
    return id;
  }

  function list(): AttributeSeen[] {
    return names.map((name, id) => {
      const own = counts.subarray(id * typeCount, (id + 1) * typeCount);
      return {
        name,
        types: attributeTypes.filter((_, type) => (own[type] ?? 0) > 0),
        rowCount: own.reduce((sum, count) => sum + count, 0),
      };
    });
  }

  function mark(): () => void {
    const [length, kept, had] = [names.length, counts.slice(0, names.length * typeCount), hasMore];
    return () => {
      while (names.length > length) {
        const name = encoded.pop() ?? new Uint8Array();
        newest[slotOf(name, 0, name.length)] = older.pop() ?? -1;
        names.pop();
      }
      counts.fill(0);
      counts.set(kept);
      hasMore = had;
    };
  }

  return { see, list, hasMore: () => hasMore, mark };
}

/** Four bytes tell names apart well enough: what they leave is compared. */
function slotOf(bytes: Uint8Array, from: number, to: number): number {
  if (from === to) return 0;
  const [first, last] = [bytes[from] ?? 0, bytes[to - 1] ?? 0];
  const [middle, near] = [bytes[(from + to) >> 1] ?? 0, bytes[Math.max(from, to - 2)] ?? 0];
  return ((to - from) * 7 + first * 31 + middle * 131 + last * 517 + near * 67) & (slotCount - 1);
}

function isName(
  name: Uint8Array | undefined,
  bytes: Uint8Array,
  from: number,
  to: number,
): boolean {
  if (name === undefined || name.length !== to - from) return false;
  for (let index = 0; index < name.length; index += 1) {
    if (name[index] !== bytes[from + index]) return false;
  }
  return true;
}
