import { JsonSyntaxError, textPosition } from './json-node.ts';
import type { JsonMember, JsonNode } from './json-node.ts';
import { describeCharacter, scanNumber, scanString, skipSpace } from './json-scanner.ts';
import type { ScanFailure } from './json-scanner.ts';

export { JsonSyntaxError, textPosition } from './json-node.ts';
export type { JsonMember, JsonNode, TextPosition } from './json-node.ts';

/** Deeper than any item can be (32 levels), shallow enough for the stack. */
const maximumDepth = 500;

/**
 * Reads JSON without losing anything: numbers stay text, and no name is special. Refuses what
 * `JSON.parse` refuses, and also a name that is twice in one object, since one of the two would
 * be lost. A byte order mark at the start is passed over. Throws JsonSyntaxError.
 */
export function readJson(text: string): JsonNode {
  let offset = text.startsWith('\ufeff') ? 1 : 0;

  function fail(message: string, at: number): never {
    throw new JsonSyntaxError(message, at, textPosition(text, at));
  }

  function failScan(failure: ScanFailure): never {
    return fail(failure.message, failure.offset);
  }

  function space(): void {
    offset = skipSpace(text, offset);
  }

  function readText(): string {
    const scanned = scanString(text, offset);
    if ('message' in scanned) failScan(scanned);
    offset = scanned.end;
    return scanned.value;
  }

  function readNumber(): JsonNode {
    const start = offset;
    const scanned = scanNumber(text, start);
    if ('message' in scanned) failScan(scanned);
    offset = scanned.end;
    return { kind: 'number', offset: start, text: text.slice(start, offset) };
  }

  function readWord(word: string, node: JsonNode): JsonNode {
    const end = offset + word.length;
    if (!text.startsWith(word, offset) || /\w/.test(text.charAt(end))) {
      fail(`Expected a value, found ${describeWord(text, offset)}.`, offset);
    }
    offset = end;
    return node;
  }

  function readElements(depth: number): JsonNode[] {
    const elements: JsonNode[] = [];
    offset += 1;
    space();
    if (text[offset] === ']') {
      offset += 1;
      return elements;
    }
    for (;;) {
      elements.push(readValue(depth + 1));
      space();
      const character = text[offset];
      if (character !== ',' && character !== ']') {
        fail(`Expected , or ] after a list element, found ${describeWord(text, offset)}.`, offset);
      }
      offset += 1;
      if (character === ']') return elements;
      space();
      if (text[offset] === ']') fail('There is a comma before the closing ].', offset);
    }
  }

  function readMember(depth: number): JsonMember {
    if (text[offset] !== '"') {
      fail(`Expected a name in double quotes, found ${describeWord(text, offset)}.`, offset);
    }
    const name = readText();
    space();
    if (text[offset] !== ':') {
      const found = describeWord(text, offset);
      fail(`Expected : after the name ${JSON.stringify(name)}, found ${found}.`, offset);
    }
    offset += 1;
    space();
    return { name, value: readValue(depth + 1) };
  }

  function readMembers(depth: number): JsonMember[] {
    const members: JsonMember[] = [];
    const names = new Set<string>();
    offset += 1;
    space();
    if (text[offset] === '}') {
      offset += 1;
      return members;
    }
    for (;;) {
      const start = offset;
      const member = readMember(depth);
      if (names.has(member.name)) {
        fail(`The name ${JSON.stringify(member.name)} is twice in one object.`, start);
      }
      names.add(member.name);
      members.push(member);
      space();
      const character = text[offset];
      if (character !== ',' && character !== '}') {
        const after = JSON.stringify(member.name);
        const found = describeWord(text, offset);
        fail(`Expected , or } after the value of ${after}, found ${found}.`, offset);
      }
      offset += 1;
      if (character === '}') return members;
      space();
      if (text[offset] === '}') fail('There is a comma before the closing }.', offset);
    }
  }

  function readValue(depth: number): JsonNode {
    if (depth > maximumDepth) fail(`Nested deeper than ${maximumDepth} levels.`, offset);
    const start = offset;
    switch (text[offset]) {
      case '{':
        return { kind: 'object', offset: start, members: readMembers(depth) };
      case '[':
        return { kind: 'array', offset: start, elements: readElements(depth) };
      case '"':
        return { kind: 'string', offset: start, value: readText() };
      case 't':
        return readWord('true', { kind: 'boolean', offset: start, value: true });
      case 'f':
        return readWord('false', { kind: 'boolean', offset: start, value: false });
      case 'n':
        return readWord('null', { kind: 'null', offset: start });
      default:
        if (/[-0-9]/.test(text.charAt(offset))) return readNumber();
        return fail(`Expected a value, found ${describeWord(text, offset)}.`, offset);
    }
  }

  space();
  const node = readValue(0);
  space();
  if (offset < text.length) {
    fail(`Expected the end of the text, found ${describeCharacter(text, offset)}.`, offset);
  }
  return node;
}

/** What stands at an offset: a whole word where there is one, so that `True` is named so. */
function describeWord(text: string, offset: number): string {
  const word = /^\w+/.exec(text.slice(offset, offset + 30))?.[0];
  return word === undefined || word.length === 1 ? describeCharacter(text, offset) : word;
}
