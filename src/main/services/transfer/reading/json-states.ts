/** What the scanner waits for, or stands in. */
export type State =
  | 'start'
  | 'first element'
  | 'element'
  | 'member value'
  | 'first name'
  | 'name'
  | 'colon'
  | 'after element'
  | 'after member'
  | 'after array'
  | 'between values'
  | 'string'
  | 'literal'
  | 'number';

/** The states between words, where white space may stand, with what is expected there. */
const expectations = new Map<State, string>([
  ['start', 'expected a JSON array of objects, or JSON objects one after the other'],
  ['first element', 'expected a value or "]" in an array'],
  ['element', 'expected a value after "," in an array'],
  ['member value', 'expected a value after ":" in an object'],
  ['first name', 'expected a member name in double quotes or "}" in an object'],
  ['name', 'expected a member name in double quotes after "," in an object'],
  ['colon', 'expected ":" after a member name'],
  ['after element', 'expected "," or "]" after an array element'],
  ['after member', 'expected "," or "}" after an object member'],
  ['after array', 'expected nothing more after the array that the file holds'],
  ['between values', 'expected another object, or the end of the file'],
]);

/** What was expected in a state, in words. */
export function expectation(state: State): string {
  return expectations.get(state) ?? 'expected JSON';
}

/** The states in which a file may end. */
export function mayEnd(state: State): boolean {
  return state === 'after array' || state === 'between values';
}

/** What is open at the end of a file that was cut off, in words. */
export function openAtEnd(state: State, inArray: boolean): string {
  if (state === 'string') return 'a string';
  return inArray ? 'an array' : 'an object';
}
