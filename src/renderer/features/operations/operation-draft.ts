import { create } from 'zustand';
import type { AttributeMap } from '../../../domain/attribute-value.ts';
import { itemsEqual } from '../../../domain/equality.ts';
import { itemToPlainJson } from '../../../domain/plain-json.ts';
import type { ReturnValues } from '../../../domain/requests/index.ts';
import type { KeySchema } from '../../../domain/table-schema.ts';
import type { GroupDraft, UpdateRowDraft } from './builder/builder-draft.ts';
import { emptyGroup } from './builder/builder-draft.ts';
import { readAttributes } from './read-attributes.ts';
import type { TextFormat } from './read-attributes.ts';

export const operations = ['PutItem', 'GetItem', 'UpdateItem', 'DeleteItem'] as const;
export type Operation = (typeof operations)[number];

/** A text of attributes; without a format, what it is is told by the text. */
export type AttributesText = { readonly text: string; readonly format?: TextFormat | undefined };

/** What is typed beside the item or the key, for one operation. */
export type ExpressionTexts = {
  readonly update: string;
  readonly condition: string;
  readonly projection: string;
  readonly names: string;
  readonly values: string;
};

export type OperationOptions = ExpressionTexts & {
  readonly returnValues: ReturnValues;
  readonly consistentRead: boolean;
  /** The rows of the builder, so that it opens as it was left. */
  readonly updateRows: readonly UpdateRowDraft[];
  readonly conditionRows: GroupDraft;
};

/** Everything typed in the operations panel of one table. */
export type OperationDraft = {
  readonly operation: Operation;
  readonly item: AttributesText;
  /** Get, Update and Delete work on the same key. */
  readonly key: AttributesText;
  /** The key that was offered last: while it stands as it came, another may take its place. */
  readonly offeredKey: string;
  readonly options: Readonly<Record<Operation, OperationOptions>>;
};

const noOptions: OperationOptions = {
  update: '',
  condition: '',
  projection: '',
  names: '',
  values: '',
  returnValues: 'NONE',
  consistentRead: false,
  updateRows: [],
  conditionRows: emptyGroup,
};

const emptyText = { S: '""', N: '0' } as const;
const emptyTypedText = { S: '{"S": ""}', N: '{"N": "0"}', B: '{"B": ""}' } as const;

/** A key of the right shape with nothing in it: empty text cannot be sent by accident. */
export function keyTemplate({ partitionKey, sortKey }: KeySchema): string {
  const attributes = sortKey ? [partitionKey, sortKey] : [partitionKey];
  // Plain JSON has no binary, so a binary key makes the whole template DynamoDB JSON.
  const isTyped = attributes.some(({ type }) => type === 'B');
  const lines = attributes.map(({ name, type }) => {
    const value = isTyped || type === 'B' ? emptyTypedText[type] : emptyText[type];
    return `  ${JSON.stringify(name)}: ${value}`;
  });
  return `{\n${lines.join(',\n')}\n}`;
}

/** A key as text to edit: plain JSON where that says all, else DynamoDB JSON. */
export function keyText(key: AttributeMap): string {
  const { text, lossless } = itemToPlainJson(key);
  return lossless ? text : JSON.stringify(key, null, 2);
}

/** The form as it begins. */
export function newDraft(schema: KeySchema): OperationDraft {
  const template = { text: keyTemplate(schema) };
  return {
    operation: 'PutItem',
    item: template,
    key: template,
    offeredKey: template.text,
    options: {
      PutItem: noOptions,
      GetItem: noOptions,
      UpdateItem: { ...noOptions, returnValues: 'ALL_NEW' },
      DeleteItem: noOptions,
    },
  };
}

/** What the key of a row that was come to changes: nothing, where something else was typed. */
export function offerKey(draft: OperationDraft, text: string): Partial<OperationDraft> {
  const isTyped = draft.key.text !== draft.offeredKey && draft.key.text.trim() !== '';
  return isTyped ? {} : { key: { text }, offeredKey: text };
}

/** Whether the key that is offered stands in the draft already, in whatever way it is written. */
export function isOffered(draft: OperationDraft, text: string): boolean {
  const typed = readAttributes(draft.key.text, draft.key.format);
  const offered = readAttributes(text, undefined);
  return typed.ok && offered.ok && itemsEqual(typed.value, offered.value);
}

type DraftStore = { readonly drafts: ReadonlyMap<string, OperationDraft> };

/** Drafts by table, so that folding the panel or looking at another table loses nothing. */
export const useDrafts = create<DraftStore>()(() => ({ drafts: new Map() }));

/** The name of a table's draft. */
export function draftKey(connectionId: string, tableName: string): string {
  return `${connectionId}/${tableName}`;
}

/** Changes a table's draft, or begins it. */
export function changeDraft(key: string, begin: OperationDraft, change: Partial<OperationDraft>) {
  useDrafts.setState(({ drafts }) => {
    const draft = { ...(drafts.get(key) ?? begin), ...change };
    return { drafts: new Map(drafts).set(key, draft) };
  });
}
