import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { createByteSearch } from './byte-search.ts';
import { createCharacterSearch } from './character-search.ts';
import { foldCase, foldCode } from './fold-case.ts';

const everyCode = Array.from({ length: 0x11_0000 }, (_, code) => code);

it('folds every character by itself, to one character, and none into ASCII', () => {
  const wrong = everyCode.filter((code) => {
    const character = String.fromCodePoint(code);
    const folded = foldCase(character);
    const alone = folded === String.fromCodePoint(foldCode(code));
    const crosses = code < 0x80 !== (folded.codePointAt(0) ?? 0) < 0x80;
    // The search of rows takes these to have no case.
    const joins = folded !== character && /\p{Lo}/u.test(character + folded);
    return !alone || crosses || joins || foldCase(`A${character}Z`) !== `a${folded}z`;
  });
  expect(wrong).toEqual([]);
});

it('folds letters as people expect', () => {
  expect(foldCase('ÀÉÎÕÜ ΣΑΣ ς Привет ﬀ 日本')).toBe('àéîõü σασ σ привет ﬀ 日本');
  expect(foldCase('\u212a \u0130')).toBe('\u212a \u0130');
});

const letters = fc.string({
  unit: fc.constantFrom('a', 'A', 'b', 'B', 'é', 'É', 'Σ', 'ς', 'ⱥ', 'Ⱥ', '𐐀', '𐐨', '日', '\u212a'),
  maxLength: 12,
});

it('finds text in bytes where it is found in text, in the bounds given', () => {
  fc.assert(
    fc.property(letters, letters, letters, (before, text, wanted) => {
      fc.pre(wanted !== '');
      const bytes = Buffer.from(`${before}${text}${wanted}`, 'utf8');
      const [from, to] = [Buffer.byteLength(before), Buffer.byteLength(before + text)];
      const inText = foldCase(text).indexOf(foldCase(wanted));
      const place = inText < 0 ? -1 : from + Buffer.byteLength(text.slice(0, inText));
      expect(createCharacterSearch(foldCase(wanted))(bytes, from, to)).toBe(place);
      const exact = text.indexOf(wanted);
      const exactPlace = exact < 0 ? -1 : from + Buffer.byteLength(text.slice(0, exact));
      expect(createByteSearch(Buffer.from(wanted, 'utf8'), true)(bytes, from, to)).toBe(exactPlace);
    }),
    { numRuns: 2_000 },
  );
});

it('finds ASCII in bytes without regard to its case', () => {
  const ascii = fc.string({
    unit: fc.constantFrom('a', 'A', 'b', 'B', '@', '`', 'é'),
    maxLength: 12,
  });
  fc.assert(
    fc.property(ascii, ascii, (text, wanted) => {
      fc.pre(wanted !== '' && !wanted.includes('é'));
      const search = createByteSearch(Buffer.from(wanted, 'utf8'), false);
      const bytes = Buffer.from(text, 'utf8');
      const found = text.toLowerCase().indexOf(wanted.toLowerCase());
      const place = found < 0 ? -1 : Buffer.byteLength(text.slice(0, found));
      expect(search(bytes, 0, bytes.length)).toBe(place);
    }),
    { numRuns: 2_000 },
  );
});
