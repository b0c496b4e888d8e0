import { itemSize } from '../../../domain/item-size.ts';
import type { StagedChange } from './staged-change.ts';

const unitBytes = 1024;
const counted = new WeakMap<StagedChange, number>();

/**
 * Write capacity units of a change by itself: of the larger of the item before and after, rounded up
 * to 1 KB. What it writes into indexes comes on top; in a transaction it is twice as much.
 */
export function writeCapacityOf(change: StagedChange): number {
  const known = counted.get(change);
  if (known !== undefined) return known;
  const { original, edited } = change;
  const bytes = Math.max(...[original, edited].map((item) => (item ? itemSize(item) : 0)));
  const units = Math.max(1, Math.ceil(bytes / unitBytes));
  counted.set(change, units);
  return units;
}
