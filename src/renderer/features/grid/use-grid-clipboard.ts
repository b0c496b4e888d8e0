import type { ClipboardEvent } from 'react';
import { getAttribute } from '../../../domain/attribute-map.ts';
import { notifyDone, notifyError, notifyWarning } from '../../ui/notify.ts';
import { raggedBlock } from './block.ts';
import type { Block } from './block.ts';
import type { PlacedRow } from './block-edit.ts';
import type { Column } from './columns.ts';
import { copiedText, copyFormatNames } from './copy-formats.ts';
import type { CopyFormat } from './copy-formats.ts';
import { cellsType, printCells, readPasted } from './paste-cells.ts';
import type { PastedCells } from './paste-cells.ts';
import { countRows } from './row-ranges.ts';
import { rowsHere } from './row-fetch.ts';
import { blockInWords } from './selection-words.ts';
import type { GridSource } from './grid-source.ts';
import type { WithRows } from './use-grid-task.ts';

/** More rows than this are a file, not a copy. */
const mostRowsCopied = 100_000;
/** More cells than this are copied as text only, without their types beside it. */
const mostCellsTyped = 20_000;

type ClipboardOptions = {
  source: GridSource;
  columns: readonly Column[];
  /** What is selected; undefined where it makes no block. */
  block: () => Block | undefined;
  withRows: WithRows;
  onPaste: (cells: PastedCells, block: Block) => void;
};

/** Whether the browser itself is to copy or paste: in a field, or text that is selected. */
const inField = (target: EventTarget): boolean =>
  target instanceof Element && target.closest('input, textarea, [contenteditable]') !== null;

/** Copies what is selected, in the form that is asked for, and pastes into it. */
export function useGridClipboard(options: ClipboardOptions) {
  const { source, columns, withRows } = options;

  /** The block to act on, or undefined, said why. */
  const blockToCopy = (): Block | undefined => {
    const block = options.block();
    if (block === undefined) notifyWarning(raggedBlock);
    const rows = block === undefined ? 0 : countRows(block.rows);
    if (rows <= mostRowsCopied) return rows === 0 ? undefined : block;
    const most = mostRowsCopied.toLocaleString('en-GB');
    notifyWarning(
      `${rows.toLocaleString('en-GB')} rows are too many to copy: at most ${most} are. ` +
        'Select fewer, or use Export to write them to a file.',
    );
    return undefined;
  };

  const namesOf = (block: Block) =>
    block.columns.flatMap((number) => columns[number - 1]?.name ?? []);
  const textOf = (block: Block, rows: readonly PlacedRow[], format: CopyFormat) => {
    const items = rows.map(({ row }) => row.item);
    return copiedText({ items, names: namesOf(block), whole: block.whole }, format);
  };
  const write = async (block: Block, rows: readonly PlacedRow[], format: CopyFormat) => {
    try {
      await navigator.clipboard.writeText(textOf(block, rows, format));
      const words = blockInWords(rows.length, block.columns.length);
      notifyDone(`Copied ${words} as ${copyFormatNames[format]}.`);
    } catch (error) {
      notifyError('Nothing was copied', error);
    }
  };

  /** Copies in a form that was chosen; rows that are not here are fetched. */
  const copyAs = (format: CopyFormat) => {
    const block = blockToCopy();
    if (block !== undefined) withRows(block.rows, 'Copying', (rows) => write(block, rows, format));
  };

  const onCopy = (event: ClipboardEvent) => {
    if (inField(event.target)) return;
    event.preventDefault();
    const block = blockToCopy();
    if (block === undefined) return;
    const rows = rowsHere(source, block.rows);
    if (rows === undefined) {
      withRows(block.rows, 'Copying', (fetched) => write(block, fetched, 'tsv'));
      return;
    }
    event.clipboardData.setData('text/plain', textOf(block, rows, 'tsv'));
    const names = namesOf(block);
    if (rows.length * names.length > mostCellsTyped) return;
    const cells = rows.map(({ row }) => names.map((name) => getAttribute(row.item, name)));
    event.clipboardData.setData(cellsType, printCells(cells));
  };

  const pasteText = (text: string, cells: string) => {
    const block = options.block();
    if (block === undefined) notifyWarning(raggedBlock);
    else if (text !== '' || cells !== '') options.onPaste(readPasted(text, cells), block);
  };

  const onPaste = (event: ClipboardEvent) => {
    if (inField(event.target)) return;
    event.preventDefault();
    pasteText(event.clipboardData.getData('text/plain'), event.clipboardData.getData(cellsType));
  };

  /** Pastes without a key, where the browser lets the clipboard be read. */
  const pasteNow = async () => {
    try {
      pasteText(await navigator.clipboard.readText(), '');
    } catch {
      notifyWarning('The clipboard may not be read from a menu here: press Ctrl+V to paste.');
    }
  };

  return { copyAs, onCopy, onPaste, pasteNow };
}
