import { describe, expect, it } from 'vitest';
import type { AttributeType, AttributeValue } from '../../../domain/attribute-value.ts';
import { beginDraft, changeDraftType, finishDraft, isEditedInPlace } from './cell-edit.ts';

const begun: [string, AttributeValue | undefined, AttributeType[], string | undefined, unknown][] =
  [
    ['a string', { S: 'a' }, ['S'], undefined, { type: 'S', text: 'a' }],
    ['a number', { N: '1.10' }, ['N'], undefined, { type: 'N', text: '1.10' }],
    ['a boolean', { BOOL: true }, ['BOOL'], undefined, { type: 'BOOL', text: 'true' }],
    ['null', { NULL: true }, ['NULL'], undefined, { type: 'NULL', text: '' }],
    ['a missing one, as its column', undefined, ['L', 'N'], undefined, { type: 'N', text: '' }],
    ['a missing one of a column of nulls', undefined, ['NULL'], undefined, { type: 'S', text: '' }],
    ['a missing one of no known type', undefined, [], undefined, { type: 'S', text: '' }],
    ['a number written over', { N: '1' }, ['N'], '7', { type: 'N', text: '7' }],
    ['a number written over by a word', { N: '1' }, ['N'], 'x', { type: 'S', text: 'x' }],
    ['null written over', { NULL: true }, ['NULL'], 'x', { type: 'S', text: 'x' }],
  ];
it.each(begun)('an edit begins with %s', (_, value, types, typed, draft) => {
  expect(beginDraft(value, types, typed)).toEqual(draft);
});

describe('an edit ends', () => {
  it('with every digit that was typed', () => {
    expect(finishDraft({ type: 'N', text: ' 12345678901234567890.10 ' })).toEqual({
      value: { N: '12345678901234567890.10' },
    });
  });

  it('with the problem in words where a number is none', () => {
    expect(finishDraft({ type: 'N', text: 'abc' })).toEqual({ problem: 'abc is not a number.' });
    expect(finishDraft({ type: 'N', text: '' })).toEqual({ problem: 'Type a number.' });
  });

  it('with an empty string, null and false, each told apart', () => {
    expect(finishDraft({ type: 'S', text: '' })).toEqual({ value: { S: '' } });
    expect(finishDraft(changeDraftType({ type: 'S', text: '' }, 'NULL'))).toEqual({
      value: { NULL: true },
    });
    expect(finishDraft(changeDraftType({ type: 'S', text: '' }, 'BOOL'))).toEqual({
      value: { BOOL: false },
    });
  });
});

it('edits scalars in place, and nothing that needs more room', () => {
  expect(isEditedInPlace(undefined)).toBe(true);
  expect(isEditedInPlace({ N: '1' })).toBe(true);
  expect(isEditedInPlace({ S: 'a\r\nb' })).toBe(false);
  expect(isEditedInPlace({ SS: ['a'] })).toBe(false);
  expect(isEditedInPlace({ B: '' })).toBe(false);
});
