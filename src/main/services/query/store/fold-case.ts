/**
 * A text for comparing without regard to case: small letters, each on its own. A letter beyond
 * ASCII never becomes one of ASCII, so that bytes can be searched before text is.
 */
export function foldCase(text: string): string {
  // U+212A (kelvin) and U+0130 have small letters of ASCII.
  if (!/[\u212a\u0130]/.test(text)) return foldSimple(text);
  return text.replaceAll(/[^\u212a\u0130]+/g, foldSimple);
}

/** A sigma's small letter depends on its neighbours. */
const foldSimple = (text: string): string => text.toLowerCase().replaceAll('ς', 'σ');
