import { assert, constantFrom, property } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { arbitraryItem } from '../../../../domain/testing/arbitrary-item.ts';
import type { AttributeValue } from '../../../../domain/attribute-value.ts';
import { draftOfValue, editTabs, isTyped, readValue } from './value-draft.ts';
import type { EditTab, ValueDraft } from './value-draft.ts';

const typed = (value: AttributeValue | undefined, tab: EditTab, text: string): ValueDraft => ({
  ...(draftOfValue(value, tab) as Exclude<ValueDraft, { tab: 'form' }>),
  text,
});

describe('a draft of a value', () => {
  it('means the value itself in every view, and holds nothing to be lost', () => {
    assert(
      property(arbitraryItem(), constantFrom(...editTabs), (item, tab) => {
        for (const [name, value] of Object.entries(item)) {
          const draft = draftOfValue(value, tab);
          expect(readValue(draft, name)).toEqual({ ok: true, value });
          expect(isTyped(draft)).toBe(false);
        }
      }),
    );
  });

  it('of a missing attribute is empty', () => {
    for (const tab of editTabs) {
      const draft = draftOfValue(undefined, tab);
      expect(readValue(draft, 'a')).toEqual({ ok: true, value: undefined });
      expect(isTyped(draft)).toBe(false);
    }
  });

  it('keeps a set a set, and every digit, in plain JSON', () => {
    expect(
      readValue(typed({ NS: ['1', '2'] }, 'json', '[1, 12345678901234567890.5]'), 'a'),
    ).toEqual({ ok: true, value: { NS: ['1', '12345678901234567890.5'] } });
  });

  it('knows what was typed, also back in the form', () => {
    const base = { S: 'a' };
    expect(isTyped({ tab: 'form', base, value: { S: 'b' } })).toBe(true);
    expect(isTyped({ tab: 'form', base, value: { S: 'a' } })).toBe(false);
    expect(isTyped(draftOfValue({ S: 'b' }, 'json', base))).toBe(true);
    expect(isTyped(typed(base, 'json', '"a" '))).toBe(true);
  });

  const problems: [string, ValueDraft, string, object][] = [
    ['a text that is no JSON', typed({ S: 'a' }, 'json', '{\n "x": }'), 'a', { line: 2 }],
    [
      'a number too large inside',
      typed({ M: { x: { N: '1' } } }, 'json', '{\n  "x": 1e999\n}'),
      'a',
      { line: 2, column: 8 },
    ],
    [
      'a wrong type inside',
      typed({ M: {} }, 'dynamodb-json', '{"M": {\n  "x": {"N": 5}}}'),
      'a.b',
      { line: 2 },
    ],
    ['no value at all', typed({ S: 'a' }, 'json', ''), 'a', { line: 1 }],
  ];
  it.each(problems)('says where %s stands', (_, draft, name, place) => {
    const read = readValue(draft, name);
    expect(read).toMatchObject({ ok: false, problem: place });
  });

  it('says what is wrong in the form', () => {
    const number = draftOfValue({ N: '1,5' }, 'form');
    expect(readValue(number, 'price')).toMatchObject({ ok: false });
    const inside = draftOfValue({ L: [{ N: '' }] }, 'form');
    expect(readValue(inside, 'prices')).toEqual({
      ok: false,
      problem: { message: 'prices[0]: Type a number.' },
    });
  });
});
