import { assert, constantFrom, property } from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Item } from '../../../domain/attribute-value.ts';
import { arbitraryItem } from '../../../domain/testing/arbitrary-item.ts';
import { addRow, changeRow, draftInTab, draftOf, itemTabs, readDraft } from './item-draft.ts';
import type { ItemDraft } from './item-draft.ts';

const item: Item = {
  id: { S: 'a' },
  price: { N: '12.000000000000000000001' },
  tags: { SS: ['x', 'y'] },
  data: { B: 'AAEC' },
};

function edit(draft: ItemDraft, from: string, to: string): ItemDraft {
  if (draft.tab === 'form') throw new Error('a form has no text');
  return { ...draft, text: draft.text.replace(from, to) };
}

describe('an item in a view', () => {
  it('is the same item when nothing was typed, through any views', () => {
    const tab = constantFrom(...itemTabs);
    assert(
      property(arbitraryItem({ storable: true }), tab, tab, (any, first, second) => {
        const once = readDraft(draftOf(any, first));
        if (!once.ok) throw new Error(once.problem.message);
        expect(JSON.stringify(once.item)).toBe(JSON.stringify(any));
        const twice = readDraft(draftOf(once.item, second));
        expect(twice.ok && JSON.stringify(twice.item)).toBe(JSON.stringify(any));
      }),
    );
  });

  it('goes to another view before a number is typed', () => {
    const form = draftOf({ id: { N: '' }, title: { S: '' } }, 'form');
    const json = draftInTab(form, 'json');
    expect(json.ok && json.draft.tab !== 'form' && json.draft.text).toBe(
      '{\n  "id": null,\n  "title": ""\n}',
    );
    const typed = json.ok && readDraft(edit(json.draft, 'null', '12.50'));
    expect(typed).toEqual({ ok: true, item: { id: { N: '12.50' }, title: { S: '' } } });
    const wire = draftInTab(form, 'dynamodb-json');
    expect(wire.ok && readDraft(edit(wire.draft, '"N": ""', '"N": "7"'))).toEqual({
      ok: true,
      item: { id: { N: '7' }, title: { S: '' } },
    });
    const twice = draftOf({ id: { N: '' } }, 'form');
    if (twice.tab !== 'form') throw new Error('not a form');
    const rows = [...twice.rows, { id: 9, name: 'id', value: { N: '' } }];
    expect(draftInTab({ ...twice, rows }, 'json')).toMatchObject({
      ok: false,
      problem: { message: 'There are two attributes "id".' },
    });
  });

  it('keeps sets, binary and digits when something else is typed in plain JSON', () => {
    expect(readDraft(edit(draftOf(item, 'json'), '"a"', '"b"'))).toEqual({
      ok: true,
      item: { ...item, id: { S: 'b' } },
    });
  });

  it('is exactly what is typed in DynamoDB JSON', () => {
    expect(readDraft(edit(draftOf(item, 'dynamodb-json'), '"AAEC"', '"AAED"'))).toEqual({
      ok: true,
      item: { ...item, data: { B: 'AAED' } },
    });
  });
});

describe('what is wrong is told with its place', () => {
  it('where the text is no JSON', () => {
    expect(readDraft(edit(draftOf(item, 'json'), '"a",', '"a"'))).toMatchObject({
      ok: false,
      problem: { line: 3, column: 3 },
    });
  });

  it('where a number has too many digits', () => {
    const long = `1${'0'.repeat(38)}1`;
    const read = readDraft(edit(draftOf(item, 'json'), '12.000000000000000000001', long));
    expect(read).toMatchObject({ ok: false, problem: { line: 3, column: 12 } });
    expect(JSON.stringify(read)).toContain('40 significant digits');
  });

  it('where DynamoDB JSON has a type that is none', () => {
    const nested: Item = { id: { S: 'a' }, map: { M: { list: { L: [{ N: '1' }] } } } };
    const read = readDraft(edit(draftOf(nested, 'dynamodb-json'), '"N"', '"X"'));
    expect(read).toMatchObject({ ok: false, problem: { line: 9, column: 11 } });
  });

  it('where the form has no name, the same name twice, or half a number', () => {
    const form = draftOf(item, 'form');
    if (form.tab !== 'form') throw new Error('not a form');
    const rows = addRow(form.rows);
    expect(readDraft({ tab: 'form', rows })).toEqual({
      ok: false,
      problem: { rowId: 4, message: 'An attribute has no name yet.' },
    });
    const twice = changeRow(rows, { id: 4, name: 'price', value: { S: '' } });
    expect(readDraft({ tab: 'form', rows: twice })).toEqual({
      ok: false,
      problem: { rowId: 4, message: 'There are two attributes "price".' },
    });
    const half = changeRow(rows, { id: 4, name: 'n', value: { L: [{ N: '-' }] } });
    expect(readDraft({ tab: 'form', rows: half })).toEqual({
      ok: false,
      problem: { rowId: 4, message: 'n[0]: - is not a number.' },
    });
  });
});
