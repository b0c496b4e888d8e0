import { byte, isDigit } from './json-bytes.ts';

/** Where in a number the scanner stands. */
export type NumberState =
  | 'minus'
  | 'zero'
  | 'integer'
  | 'point'
  | 'fraction'
  | 'exponent'
  | 'exponent sign'
  | 'exponent digits';

/** The state that the first byte of a number leads to, or undefined where none begins so. */
export function startNumber(value: number): NumberState | undefined {
  if (value === byte.minus) return 'minus';
  if (value === byte.zero) return 'zero';
  return isDigit(value) ? 'integer' : undefined;
}

/**
 * The state after one more byte, by JSON's grammar of numbers; undefined where the byte is no part
 * of the number, which is then complete if `isWholeNumber` says so.
 */
export function continueNumber(state: NumberState, value: number): NumberState | undefined {
  switch (state) {
    case 'minus':
      return value === byte.zero ? 'zero' : isDigit(value) ? 'integer' : undefined;
    case 'zero':
      return afterWhole(value);
    case 'integer':
      return isDigit(value) ? 'integer' : afterWhole(value);
    case 'point':
      return isDigit(value) ? 'fraction' : undefined;
    case 'fraction':
      return isDigit(value) ? 'fraction' : isExponentSign(value) ? 'exponent' : undefined;
    case 'exponent':
      if (value === byte.plus || value === byte.minus) return 'exponent sign';
      return isDigit(value) ? 'exponent digits' : undefined;
    default:
      return isDigit(value) ? 'exponent digits' : undefined;
  }
}

/** True where a number may end in this state. */
export function isWholeNumber(state: NumberState): boolean {
  return (
    state === 'zero' || state === 'integer' || state === 'fraction' || state === 'exponent digits'
  );
}

function afterWhole(value: number): NumberState | undefined {
  if (value === byte.point) return 'point';
  return isExponentSign(value) ? 'exponent' : undefined;
}

function isExponentSign(value: number): boolean {
  return value === byte.smallE || value === byte.capitalE;
}
