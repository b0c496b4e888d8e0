const grouped = new Intl.NumberFormat('en');
const compact = new Intl.NumberFormat('en', { notation: 'compact', maximumSignificantDigits: 3 });
const smallest = 10_000;

/** A count that fits into a few characters: 2,000, 12.4k, 1.02M. */
export function compactCount(count: number): string {
  if (count < smallest) return grouped.format(count);
  return compact.format(count).replace('K', 'k');
}

/** A count with its thousands apart: 1,024,000. */
export function fullCount(count: number): string {
  return grouped.format(count);
}

const units = ['bytes', 'KB', 'MB', 'GB', 'TB'];
const step = 1_024;

/** A size in the units in which DynamoDB counts: 182 bytes, 2.1 KB. */
export function sizeText(bytes: number): string {
  let [size, unit] = [bytes, 0];
  while (size >= step && unit < units.length - 1) {
    size /= step;
    unit += 1;
  }
  const number = unit === 0 ? grouped.format(size) : size.toFixed(1);
  return `${number} ${units[unit] ?? ''}`;
}
