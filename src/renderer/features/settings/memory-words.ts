export const defaultResultMemory = 512;
export const leastResultMemory = 16;
export const mostResultMemory = 65_536;

/** The megabytes that are typed, or what is wrong with them in words. */
export function parseMegabytes(
  text: string,
): { readonly megabytes: number } | { readonly problem: string } {
  const digits = text.trim().replaceAll(',', '');
  const megabytes = /^\d{1,6}$/.test(digits) ? Number(digits) : Number.NaN;
  if (megabytes >= leastResultMemory && megabytes <= mostResultMemory) return { megabytes };
  const most = mostResultMemory.toLocaleString('en-GB');
  return { problem: `Type a whole number of megabytes from ${leastResultMemory} to ${most}.` };
}
